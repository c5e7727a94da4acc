// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What is said about a mistake on the command line: the word that was not understood, the word
/// that was perhaps meant, and where to look.
#include <string>

namespace CLI {  // NOLINT(readability-identifier-naming): not ours
class App;
class Error;
}  // namespace CLI

namespace cordon::cli {

std::string usage_mistake(const CLI::App* app, const CLI::Error& error);

}  // namespace cordon::cli
