// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Reads the keys of one TOML table of a rule file and collects every mistake in it.
///
/// A getter that finds nothing, or something wrong, returns an empty value; the mistake is already
/// recorded. `finish` reports the keys nobody asked for, naming the nearest one that was.
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "law/law.h"
#include "law/provision.h"
#include "law/toml.h"

namespace cordon::law {

/// The mistakes of one file.
struct Diagnostics {
    std::string file;
    std::vector<Error> errors;
    RuleTests tests = RuleTests::Read;  ///< LeaveOut: none are there, none are missed

    /// Records the error with the file filled in.
    void add(Error error);
};

/// Place of a value in a file: for strings, the opening quote.
Position position_of(const TomlNode& node, std::string_view file, std::string field = "");

class TableReader {
public:
    /// `name` as the file writes it: "version", "set". Borrows all three.
    TableReader(const TomlNode& table, std::string name, Diagnostics& out);

    [[nodiscard]] bool has(std::string_view key) const { return table_.find(key) != nullptr; }
    std::string text(std::string_view key);
    /// Reports a missing or blank text; `example` completes the remedy `Add source = "…"`.
    std::string required_text(std::string_view key, std::string_view example);
    std::vector<std::pair<std::string, Position>> texts(std::string_view key);
    bool flag(std::string_view key, bool otherwise);
    std::optional<Date> date(std::string_view key);
    std::optional<Date> required_date(std::string_view key);
    /// Index of the word, one of `words`.
    std::optional<std::size_t> word(std::string_view key, const std::vector<std::string>& words);
    std::optional<std::size_t> required_word(std::string_view key,
                                             const std::vector<std::string>& words);
    /// Half-open [from, until). Nothing when a date is wrong or until <= from.
    std::optional<Period> period(bool from_required, bool until_required = false);
    std::optional<Confidence> confidence();
    /// The tables of an array of tables [[key]].
    std::vector<const TomlNode*> tables(std::string_view key);
    const TomlNode* node(std::string_view key, TomlNode::Kind kind);

    [[nodiscard]] Position position() const;
    [[nodiscard]] Position position(std::string_view key) const;  ///< of the value, or the table
    void error(std::string_view key, std::string message, std::string remedy);
    void missing(std::string_view key, std::string_view example);
    /// A key that is refused elsewhere is not reported again.
    void ignore(std::string_view key) { known_.emplace_back(key); }
    void finish();

private:
    const TomlNode* any(std::string_view key);
    void wrong_type(const TomlNode& node, std::string_view key, std::string_view expected);
    [[nodiscard]] std::string shown(std::string_view key) const;

    const TomlNode& table_;
    std::string name_;
    Diagnostics& out_;
    std::vector<std::string> known_;
};

}  // namespace cordon::law
