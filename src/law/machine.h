// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Runs the flat code of an edition over one case. Used by Evaluation and by its explanations.
///
/// Subjects are numbered flat by kind: alternatives of all items in one row, devices of all
/// alternatives in one row, listings of all parties in one row. A Frame says which one of each
/// kind is spoken of; a device's frame names its item's alternative too.
/// Not thread-safe. `restart` keeps the memory of earlier cases.
#include <array>
#include <optional>
#include <vector>

#include "law/program.h"

namespace cordon::law {

struct Frame {
    std::array<std::uint32_t, kSubjectKinds> at{};  ///< flat index by SubjectKind
    std::uint8_t country = 0;

    [[nodiscard]] Frame with(SubjectKind kind, std::uint32_t index) const {
        Frame frame = *this;
        frame.at[static_cast<std::size_t>(kind)] = index;
        return frame;
    }
    [[nodiscard]] std::uint32_t of(SubjectKind kind) const {
        return at[static_cast<std::size_t>(kind)];
    }
};

/// A row of subjects within its kind's flat numbering.
struct Row {
    std::uint32_t first = 0, count = 0;
    bool complete = true;
};

constexpr std::size_t kPers = 6;  ///< of Per
/// In the memory of answers: nobody asked yet.
constexpr std::uint8_t kNotAsked = 0xFF;

class Machine {
public:
    void restart(const Edition& edition, const Case& facts, Date day);

    /// Answers every open knowledge question no, until switched back or restarted.
    void assume_questions_are_no(bool assume);

    /// The condition at `code`, with short cuts and memory.
    Truth holds(std::uint32_t code, const Frame& frame);
    /// A whole entry; remembers it when other rules call it.
    Truth entry(std::uint32_t index, const Frame& frame);
    [[nodiscard]] std::optional<Interval> amount(std::uint32_t code, const Frame& frame);
    [[nodiscard]] std::optional<std::int64_t> day(std::uint32_t code, const Frame& frame);
    [[nodiscard]] std::optional<std::uint8_t> country(std::uint32_t code, const Frame& frame) const;
    [[nodiscard]] const Value& value(const Code& code, const Frame& frame) const {
        return values_[static_cast<std::size_t>(code.kind)][frame.of(code.kind)][code.slot];
    }
    [[nodiscard]] const FactSet& facts(SubjectKind kind, const Frame& frame) const {
        return *subjects_[static_cast<std::size_t>(kind)][frame.of(kind)];
    }

    /// The subjects a quantifier over `kind` goes through. Of items: their numbers, not their
    /// alternatives, which `alternatives` gives.
    [[nodiscard]] Row row(SubjectKind kind, const Frame& frame) const;
    [[nodiscard]] Row alternatives(std::uint32_t item) const { return items_[item]; }
    [[nodiscard]] Frame frame_of(const SubjectRef& subject) const;
    [[nodiscard]] SubjectRef ref_of(SubjectKind kind, const Frame& frame) const;

    [[nodiscard]] const Edition& edition() const { return *edition_; }
    [[nodiscard]] const Edition::Compiled& compiled() const { return *c_; }
    [[nodiscard]] Date asked() const { return day_; }

private:
    struct Steps;  ///< one function an operation
    friend struct Steps;

    Truth of_item(std::uint32_t code, std::uint32_t item, const Frame& frame);
    std::optional<Interval> count(const Code& code, const Frame& frame);
    std::optional<Interval> count_inner(const Code& code, const Frame& frame);
    void number_items(const Case& facts);
    void number_parties(const Case& facts);
    void clear_memory();
    void enrol(SubjectKind kind, const FactSet& facts);

    const Edition* edition_ = nullptr;
    const Edition::Compiled* c_ = nullptr;
    const Code* code_ = nullptr;
    // Where the vectors of the edition start: the hot loop reads them without bounds checks.
    const Edition::Compiled::Root* roots_ = nullptr;
    const std::uint32_t* children_ = nullptr;
    const Decimal* numbers_ = nullptr;
    const CountrySet* countries_ = nullptr;
    const std::uint64_t* masks_ = nullptr;
    std::array<std::size_t, kSubjectKinds> slots_{};
    Date day_ = kFirstDate;
    std::array<std::vector<const FactSet*>, kSubjectKinds> subjects_;
    /// The first value of each subject: the way of the hot loop, without bounds checks; `enrol`
    /// has made sure that every slot of the schema is there.
    std::array<std::vector<const Value*>, kSubjectKinds> first_values_;
    std::array<const Value* const*, kSubjectKinds> values_{};
    std::vector<Row> items_;                     ///< item → its alternatives
    std::vector<Row> devices_;                   ///< alternative → its devices
    std::vector<Row> listings_;                  ///< party → its listings
    std::vector<std::uint32_t> item_of_;         ///< alternative → item
    std::vector<std::uint32_t> alternative_of_;  ///< device → alternative
    std::vector<std::uint32_t> party_of_;        ///< listing → party
    std::vector<std::uint8_t> memory_;
    std::vector<std::uint8_t> other_memory_;  ///< of the other way of answering questions
    bool questions_are_no_ = false;
    std::uint8_t* answers_ = nullptr;  ///< memory_ or other_memory_
    /// By Per: where its answers start in memory_, and how many subjects they are of.
    std::array<std::uint32_t, kPers> answers_from_{};
    std::array<std::uint32_t, kPers> subjects_of_{};
};

}  // namespace cordon::law
