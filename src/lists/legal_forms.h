// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Legal forms of companies (catalogue/legal_forms.csv), taken off folded names.
///
/// Invariants
///  1. Never takes the last word away: a name that is only a legal form keeps it.
///  2. A form that could be a person's name ("Mei", "AO") goes only when two words stay.
/// Thread safety: immutable.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cordon::lists {

class LegalForms {
public:
    static const LegalForms& bundled();
    /// `words` (lower case, single blanks) without legal forms at its ends.
    [[nodiscard]] std::string_view stripped(std::string_view words) const;

private:
    struct Form {
        std::string words;
        bool weak = false;
    };
    /// Forms by their outermost word, longest first.
    struct Bucket {
        std::string word;
        std::vector<Form> forms;
    };
    class Table {
    public:
        void add(std::string_view word, const Form& form);
        void arrange();
        [[nodiscard]] const Bucket* find(std::string_view word) const;

    private:
        std::vector<Bucket> buckets_;
        std::vector<std::uint16_t> slots_;  ///< 1 + index of a bucket, by hash; 0 is empty
    };

    explicit LegalForms(std::string_view csv);
    void add(std::string_view form, std::string_view position, bool weak, bool glued);
    [[nodiscard]] std::string_view without_last(std::string_view words) const;
    [[nodiscard]] std::string_view without_first(std::string_view words) const;

    Table at_end_;
    Table at_start_;
    std::vector<std::string> glued_end_;  ///< Han forms, written without a blank before
    std::vector<std::string> glued_start_;
};

}  // namespace cordon::lists
