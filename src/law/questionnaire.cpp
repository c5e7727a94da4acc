// SPDX-License-Identifier: Apache-2.0
// Most rules of a day do not concern most cases, and mostly for the same few reasons: nothing is
// exported, the item is no IC, the party is in none of these countries.
//
// Idea: a rule "A and B and …" is as true as the least of its conjuncts. So every conjunct that
// some rule has is asked once, and its answer given to all rules that have it, as bits: a No
// strikes them off, an Unknown leaves them open. What is left at the end is Yes. A conjunct about
// the transaction alone is asked once a case, another once a subject.
//
// Guarantee: the same answers as asking each rule by itself. Kleene "and" is the minimum.
//
// Two subtleties. A condition is asked only while some rule that needs it is left, so that no
// definition is worked out for nobody. And which open rules would be No if every open question
// were: answers never change when more is known, so only the conjuncts that were Unknown have to
// be asked again.
// Tested by questionnaire_test.cpp, which asks every rule of everybody.
#include "law/questionnaire.h"

#include <bit>

#include "law/machine.h"

namespace cordon::law {
namespace {

constexpr std::size_t index_of(SubjectKind kind) {
    return static_cast<std::size_t>(kind);
}

std::uint16_t narrow(std::uint32_t n) {
    return static_cast<std::uint16_t>(n);
}

Frame frame_of_item(std::uint32_t alternative) {
    return Frame().with(SubjectKind::Item, alternative);
}

Frame frame_of_party(std::uint32_t party) {
    return Frame().with(SubjectKind::Party, party);
}

}  // namespace

/// One block of rules asked of one case.
class Questionnaire::Asking {
public:
    Asking(const Block& block, Machine& machine, Scratch& scratch)
        : block_(block), machine_(machine), scratch_(scratch) {}

    void all() {
        scratch_.subjects.clear();
        of_all_.left = ~std::uint64_t{0};
        settle(block_.of_all, Frame(), of_all_);
        if (left_of(SubjectKind::Transaction) != 0) add({}, of_one(SubjectKind::Transaction, {}));
        if (left_of(SubjectKind::Item) != 0) items();
        if (left_of(SubjectKind::Device) != 0) devices();
        if (left_of(SubjectKind::Party) != 0) parties();
        if (left_of(SubjectKind::Listing) != 0) listings();
        list_answers();
    }

private:
    void items() {
        const std::uint32_t count = machine_.row(SubjectKind::Item, Frame()).count;
        for (std::uint32_t i = 0; i < count; ++i) {
            add({SubjectKind::Item, narrow(i), 0, 0}, of_item(machine_.alternatives(i)));
        }
    }

    /// An item under each thing it may be: where they differ the answer is Unknown.
    Verdicts of_item(const Row& alternatives) {
        if (alternatives.count == 1) {
            return of_one(SubjectKind::Item, frame_of_item(alternatives.first));
        }
        const std::uint64_t mine = block_.of_kind[index_of(SubjectKind::Item)];
        if (alternatives.count == 0) return {mine, mine, 0};
        std::uint64_t some_left = 0;
        std::uint64_t all_yes = mine;
        std::uint64_t all_no_but_for_questions = mine;
        for (std::uint32_t k = 0; k < alternatives.count; ++k) {
            const auto one = of_one(SubjectKind::Item, frame_of_item(alternatives.first + k));
            some_left |= one.left;
            all_yes &= one.left & ~one.open;
            all_no_but_for_questions &= ~one.left | one.question;
        }
        const std::uint64_t open = some_left & ~all_yes;
        return {some_left, open, open & all_no_but_for_questions};
    }

    void devices() {
        const std::uint32_t count = machine_.row(SubjectKind::Item, Frame()).count;
        for (std::uint32_t i = 0; i < count; ++i) {
            const Row alternatives = machine_.alternatives(i);
            for (std::uint32_t k = 0; k < alternatives.count; ++k) {
                const Frame item = frame_of_item(alternatives.first + k);
                const Row row = machine_.row(SubjectKind::Device, item);
                for (std::uint32_t d = 0; d < row.count; ++d) {
                    add({SubjectKind::Device, narrow(i), narrow(d), narrow(k)},
                        of_one(SubjectKind::Device, item.with(SubjectKind::Device, row.first + d)));
                }
            }
        }
    }

    void parties() {
        const std::uint32_t count = machine_.row(SubjectKind::Party, Frame()).count;
        for (std::uint32_t i = 0; i < count; ++i) {
            add({SubjectKind::Party, narrow(i), 0, 0},
                of_one(SubjectKind::Party, frame_of_party(i)));
        }
    }

    void listings() {
        const std::uint32_t count = machine_.row(SubjectKind::Party, Frame()).count;
        for (std::uint32_t i = 0; i < count; ++i) {
            const Frame party = frame_of_party(i);
            const Row row = machine_.row(SubjectKind::Listing, party);
            for (std::uint32_t j = 0; j < row.count; ++j) {
                add({SubjectKind::Listing, narrow(i), narrow(j), 0},
                    of_one(SubjectKind::Listing, party.with(SubjectKind::Listing, row.first + j)));
            }
        }
    }

    [[nodiscard]] std::uint64_t left_of(SubjectKind kind) const {
        return of_all_.left & block_.of_kind[index_of(kind)];
    }

    void add(const SubjectRef& subject, const Verdicts& verdicts) {
        if (verdicts.left != 0) scratch_.subjects.emplace_back(subject, verdicts);
    }

    Verdicts of_one(SubjectKind kind, const Frame& frame) {
        const std::uint64_t mine = left_of(kind);
        Verdicts verdicts{mine, of_all_.open & mine, of_all_.question & mine};
        settle(block_.of_one[index_of(kind)], frame, verdicts);
        return verdicts;
    }

    void settle(const std::vector<Test>& tests, const Frame& frame, Verdicts& verdicts) {
        scratch_.unknown.clear();
        for (std::uint32_t t = 0; t < tests.size(); ++t) {
            const Test& test = tests[t];
            if ((test.rules & verdicts.left) == 0) continue;
            const Truth truth = machine_.holds(test.code, frame);
            if (truth == Truth::Yes) continue;
            if (truth == Truth::No) {
                verdicts.left &= ~test.rules;
                continue;
            }
            verdicts.open |= test.rules;
            if (test.question) scratch_.unknown.push_back(t);
        }
        verdicts.open &= verdicts.left;
        verdicts.question &= verdicts.left;
        if (verdicts.open != verdicts.question) settle_questions(tests, frame, verdicts);
    }

    void settle_questions(const std::vector<Test>& tests, const Frame& frame, Verdicts& verdicts) {
        if (scratch_.unknown.empty()) return;
        machine_.assume_questions_are_no(true);
        for (const std::uint32_t t : scratch_.unknown) {
            const std::uint64_t rules = tests[t].rules & verdicts.open;
            if ((rules & ~verdicts.question) == 0) continue;
            if (machine_.holds(tests[t].code, frame) == Truth::No) verdicts.question |= rules;
        }
        machine_.assume_questions_are_no(false);
    }

    void list_answers() {
        std::uint64_t some = 0;
        for (const auto& [subject, verdicts] : scratch_.subjects) some |= verdicts.left;
        for (; some != 0; some &= some - 1) {
            const auto bit = static_cast<std::uint32_t>(std::countr_zero(some));
            const auto has = [&](std::uint64_t rules) { return (rules >> bit & 1) != 0; };
            for (const auto& [subject, verdicts] : scratch_.subjects) {
                if (!has(verdicts.left)) continue;
                scratch_.answers.push_back({block_.first + bit, subject,
                                            has(verdicts.open) ? Truth::Unknown : Truth::Yes,
                                            has(verdicts.question)});
            }
        }
    }

    const Block& block_;
    Machine& machine_;
    Scratch& scratch_;
    Verdicts of_all_;  ///< what the conditions about the transaction alone say
};

void Questionnaire::ask(Machine& machine, Scratch& scratch) const {
    scratch.answers.clear();
    for (const Block& block : blocks_) Asking(block, machine, scratch).all();
}

}  // namespace cordon::law
