// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Asking the law of a day about one case.
///
/// An Evaluation borrows an Edition and a Case, which must outlive it; it remembers the answer of
/// every definition for every subject, so asking twice is free. Not thread-safe: one per thread;
/// `restart` reuses its memory for the next case without allocating.
///
/// Guarantees (property-tested against the tree-walking twin in law/reference/)
///  1. Strong Kleene semantics exactly as docs/reference/rule-language.md says.
///  2. Monotone: making one more fact known never turns Yes into No or No into Yes.
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "law/case.h"
#include "law/law.h"

namespace cordon::law {

/// A fact of a case whose value is not known and would matter.
struct MissingFact {
    SubjectRef subject;
    Slot slot = 0;
    bool question = false;
    std::uint32_t weight = 0;  ///< how much it decides; larger is more
    friend bool operator==(const MissingFact&, const MissingFact&) = default;
};

/// One condition as it was decided, in words: for the explanation.
struct Trace {
    std::string text;  ///< the condition as written: "device.tpp >= 4800 TPP"
    Truth truth = Truth::Unknown;
    std::string values;    ///< "device.tpp = 15832 TPP (catalogue nv-h100-sxm)"; "" when compound
    std::string distance;  ///< of a numeric comparison: "11032 TPP above the threshold"
    SubjectRef subject;
    std::optional<ProvisionIndex> definition;  ///< of a call: what was called
    std::vector<Trace> parts;
};

struct TraceRecord;   ///< the same without words; trace.h
class Questionnaire;  ///< questionnaire.h

/// Of a rule, by its place in a Questionnaire, of one subject. Never No.
struct Answer {
    std::uint32_t rule = 0;
    SubjectRef subject;
    Truth truth = Truth::Unknown;
    bool only_questions = false;  ///< Unknown, but No if every open knowledge question were no
};

class Edition {
public:
    struct Entry {
        ProvisionIndex provision;
        std::uint16_t version;  ///< index into Provision::versions
        State state;            ///< on this day
        bool counts;            ///< under this reading
    };
    [[nodiscard]] const std::vector<Entry>& entries() const;  ///< in force or shown on this day
    [[nodiscard]] const Law& law() const;
    [[nodiscard]] Reading reading() const;
    /// Of a provision on this day, or nullptr.
    [[nodiscard]] const Entry* entry(ProvisionIndex provision) const;

    Edition(const Edition&) = delete;
    Edition& operator=(const Edition&) = delete;
    ~Edition();
    struct Compiled;
    Edition(std::unique_ptr<Compiled> compiled);
    [[nodiscard]] const Compiled& compiled() const { return *compiled_; }

private:
    std::unique_ptr<Compiled> compiled_;
};

class Evaluation {
public:
    Evaluation();
    ~Evaluation();
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    void restart(const Edition& edition, const Case& facts, Date day);
    /// Does this entry of the edition hold for this subject? For an item with several
    /// alternatives: the agreement of all (SubjectRef::alternative is ignored).
    Truth holds(const Edition::Entry& entry, const SubjectRef& subject);
    /// The same with every open knowledge question (Fact::question) answered no: an Unknown answer
    /// that becomes No was open only because of questions. A Questionnaire says it of many.
    Truth holds_if_questions_are_no(const Edition::Entry& entry, const SubjectRef& subject);
    /// Asks many rules of every subject at once. Of all that are not answered the answer is No.
    /// Valid until the next call.
    std::span<const Answer> answers(const Questionnaire& rules);
    /// Under one alternative only (also for a device, which belongs to one alternative).
    Truth holds_under(const Edition::Entry& entry, const SubjectRef& subject);
    /// Of a definition over a country.
    Truth holds_for_country(const Edition::Entry& entry, Country country);
    /// The tree of conditions, decided, in compact form: fast enough to keep for every finding.
    /// Valid until `restart`.
    TraceRecord record(const Edition::Entry& entry, const SubjectRef& subject);
    /// The same of an item under one alternative only.
    TraceRecord record_under(const Edition::Entry& entry, const SubjectRef& subject);
    /// A record in words. Slow path.
    Trace render(const TraceRecord& record);
    /// Both at once. Slow path.
    Trace trace(const Edition::Entry& entry, const SubjectRef& subject);
    /// Facts that would settle an Unknown answer, most decisive first; empty otherwise. Slow path.
    std::vector<MissingFact> missing(const Edition::Entry& entry, const SubjectRef& subject);
    /// The condition that failed, of an answer No: its text and values. Slow path.
    Trace failed_condition(const Edition::Entry& entry, const SubjectRef& subject);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The subjects of a case that a provision is asked of, in order.
std::vector<SubjectRef> subjects(const Case& facts, Per per);

}  // namespace cordon::law
