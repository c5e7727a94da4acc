# SPDX-License-Identifier: Apache-2.0
# cordon_library(base SOURCES a.cpp … [TESTS a_test.cpp …] [DEPENDS law …] [LINK vendor …])
# cordon_embed(target function root file…): the files become part of the program.

add_library(cordon_flags INTERFACE)
target_include_directories(cordon_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
target_compile_options(cordon_flags INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
  -Wnon-virtual-dtor -Woverloaded-virtual -Werror=switch -Werror=unused-result
  -fstack-protector-strong>)
target_compile_definitions(cordon_flags INTERFACE _GLIBCXX_ASSERTIONS)
target_link_options(cordon_flags INTERFACE -Wl,--build-id)  # base/build_id.h
if(CORDON_SANITIZE)
  target_compile_options(cordon_flags INTERFACE -fsanitize=${CORDON_SANITIZE}
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(cordon_flags INTERFACE -fsanitize=${CORDON_SANITIZE})
endif()
if(CORDON_FUZZ)
  target_compile_options(cordon_flags INTERFACE -fsanitize=fuzzer-no-link)
endif()

function(cordon_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;TESTS;DEPENDS;LINK" ${ARGN})
  add_library(cordon_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(cordon_${name} PUBLIC cordon_flags ${ARG_LINK})
  foreach(other ${ARG_DEPENDS})
    target_link_libraries(cordon_${name} PUBLIC cordon_${other})
  endforeach()
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
  list(FILTER headers EXCLUDE REGEX "testing\\.h$")  # for tests only
  target_sources(cordon_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_SOURCE_DIR}/src
    FILES ${headers})
  set_target_properties(cordon_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  if(CORDON_TESTS AND ARG_TESTS)
    find_package(GTest REQUIRED)
    add_executable(${name}_tests ${ARG_TESTS})
    target_link_libraries(${name}_tests PRIVATE cordon_${name} GTest::gtest GTest::gtest_main
      rapidcheck)
    target_compile_definitions(${name}_tests PRIVATE CORDON_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name}_tests)
    # The same random cases every time, so that a failure is one of the change at hand.
    # For others: RC_PARAMS='max_success=50000' build/dev/bin/${name}_tests --gtest_filter=…
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "RC_PARAMS=seed=20220907")
  endif()
endfunction()

# Defines `std::vector<cordon::EmbeddedFile> cordon::embedded::<function>()` in the target.
function(cordon_embed target function root)
  set(assembly ".section .rodata\n")
  set(externs "")
  set(rows "")
  set(index 0)
  foreach(file ${ARGN})
    file(RELATIVE_PATH path ${root} ${file})
    set(symbol "cordon_${function}_${index}")
    string(APPEND assembly ".global ${symbol}\n.global ${symbol}_end\n${symbol}:\n"
      ".incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${symbol}[]; extern \"C\" const char ${symbol}_end[];\n")
    string(APPEND rows "        {\"${path}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",%progbits\n")
  set(base ${CMAKE_CURRENT_BINARY_DIR}/embedded_${function})
  file(CONFIGURE OUTPUT ${base}.S CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${base}.cpp CONTENT "#include \"base/embedded.h\"
${externs}
namespace cordon::embedded {
std::vector<EmbeddedFile> ${function}();
std::vector<EmbeddedFile> ${function}() {
    return {
${rows}    };
}
}  // namespace cordon::embedded
" @ONLY)
  target_sources(${target} PRIVATE ${base}.S ${base}.cpp)
  set_source_files_properties(${base}.S PROPERTIES OBJECT_DEPENDS "${ARGN}")
endfunction()
