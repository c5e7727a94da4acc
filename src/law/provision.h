// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Provisions as loaded from rules/**/*.toml. The form is documented in
/// docs/reference/rule-language.md.
///
/// Invariants (checked by the loader, each with a diagnostic)
///  1. Versions are sorted, do not overlap, and every gap between them is declared with a reason.
///  2. Every version has a source and a confidence.
///  3. Every id is unique; every id in cures/of names a requirement.
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "law/fact.h"

namespace cordon::law {

enum class Kind : std::uint8_t {
    Definition,
    Classification,
    Requirement,
    Prohibition,
    Exception,
    ReviewPolicy,
    Overlay,
    Flag,
    Duty
};
enum class Gate : std::uint8_t {
    None,
    Item,
    Destination,
    Headquarters,
    Lists,
    Ownership,
    EndUse,
    Activity
};
enum class State : std::uint8_t { InForce, Stayed, NotEnforced, Unconfirmed, Proposed };
enum class Confidence : std::uint8_t { Primary, Secondary, Recollected, Unconfirmed };
enum class Reading : std::uint8_t { AsEnforced, AsCodified };
enum class Effect : std::uint8_t { None, Hold, Note };
enum class Policy : std::uint8_t {
    None,
    PresumptionOfApproval,
    CaseByCase,
    PolicyOfDenial,
    PresumptionOfDenial,
    PerEntry
};
/// What a rule is asked of. Country: a definition over one country.
enum class Per : std::uint8_t { Transaction, Item, Device, Party, Listing, Country };

std::string_view to_text(Kind);
std::string_view to_text(Gate);
std::string_view to_text(State);
std::string_view to_text(Confidence);  ///< "P", "S", "R", "unconfirmed"
std::string_view to_text(Reading);     ///< "as_enforced", "as_codified"
std::string_view to_text(Effect);
std::string_view to_text(Policy);
std::string_view to_text(Per);

struct Version {
    Period period;
    std::string source;
    Confidence confidence = Confidence::Primary;
    std::string checked;
    std::string when;    ///< expression text
    std::string unless;  ///< expression text, may be empty
    std::string says;
    std::string note;
    std::optional<Date> publication, compliance, savings_until;
    Position when_position;  ///< of the first character of `when`
    Position unless_position;
    Position position;
};

struct StatusSegment {
    Period period;
    State state = State::InForce;
    std::string source;
    Confidence confidence = Confidence::Primary;
    std::string note;
    Position position;
};

struct Gap {
    Period period;
    std::string why;
    Position position;
};

/// A test beside the rule.
struct ProvisionTest {
    std::string name;
    Date date;
    Reading reading = Reading::AsEnforced;
    Json facts;
    std::string expect;  ///< applies | does_not_apply | cannot_tell
    Position position;
};

struct Provision {
    std::string id;
    std::string name;
    std::string title;
    Kind kind = Kind::Definition;
    Per per = Per::Transaction;
    Gate gate = Gate::None;
    std::string cite;
    std::string jurisdiction = "us";
    std::string exclusive;
    std::string eccn;
    std::string reason;
    std::string symbol;
    std::string question;
    bool public_text = true;
    bool recipient_only = false;
    Effect effect = Effect::None;
    Policy policy = Policy::None;
    std::vector<std::string> cures;
    std::vector<std::string> of;
    std::vector<Version> versions;
    std::vector<StatusSegment> statuses;
    std::vector<Gap> gaps;
    std::vector<ProvisionTest> tests;
    Position position;

    [[nodiscard]] const Version* version_on(Date day) const;
    /// In force unless a segment says otherwise.
    [[nodiscard]] const StatusSegment* status_on(Date day) const;
};

/// Whether a provision in this state counts under a reading (Unconfirmed counts, and is marked).
bool counts(State state, Reading reading);

}  // namespace cordon::law
