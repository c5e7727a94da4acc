// SPDX-License-Identifier: Apache-2.0
#include "names/han.h"
namespace cordon::names {
char32_t simplified(char32_t han) {
    return han;
}
const std::vector<std::string>& mandarin(char32_t) {
    static const std::vector<std::string> none;
    return none;
}
const std::vector<std::string>& cantonese(char32_t) {
    static const std::vector<std::string> none;
    return none;
}
std::string wade_giles(std::string_view s) {
    return std::string(s);
}
Readings readings_of(std::string_view, std::size_t) {
    return {};
}
bool is_pinyin(std::string_view) {
    return false;
}
}  // namespace cordon::names
