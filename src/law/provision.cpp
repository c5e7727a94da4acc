// SPDX-License-Identifier: Apache-2.0
#include "law/provision.h"

namespace cordon::law {

std::string_view to_text(Kind kind) {
    switch (kind) {
        case Kind::Definition:
            return "definition";
        case Kind::Classification:
            return "classification";
        case Kind::Requirement:
            return "requirement";
        case Kind::Prohibition:
            return "prohibition";
        case Kind::Exception:
            return "exception";
        case Kind::ReviewPolicy:
            return "review_policy";
        case Kind::Overlay:
            return "overlay";
        case Kind::Flag:
            return "flag";
        case Kind::Duty:
            return "duty";
    }
    return "";
}

std::string_view to_text(Gate gate) {
    switch (gate) {
        case Gate::None:
            return "none";
        case Gate::Item:
            return "item";
        case Gate::Destination:
            return "destination";
        case Gate::Headquarters:
            return "headquarters";
        case Gate::Lists:
            return "lists";
        case Gate::Ownership:
            return "ownership";
        case Gate::EndUse:
            return "end_use";
        case Gate::Activity:
            return "activity";
    }
    return "";
}

std::string_view to_text(State state) {
    switch (state) {
        case State::InForce:
            return "in_force";
        case State::Stayed:
            return "stayed";
        case State::NotEnforced:
            return "not_enforced";
        case State::Unconfirmed:
            return "unconfirmed";
        case State::Proposed:
            return "proposed";
    }
    return "";
}

std::string_view to_text(Confidence confidence) {
    switch (confidence) {
        case Confidence::Primary:
            return "P";
        case Confidence::Secondary:
            return "S";
        case Confidence::Recollected:
            return "R";
        case Confidence::Unconfirmed:
            return "unconfirmed";
    }
    return "";
}

std::string_view to_text(Reading reading) {
    switch (reading) {
        case Reading::AsEnforced:
            return "as_enforced";
        case Reading::AsCodified:
            return "as_codified";
    }
    return "";
}

std::string_view to_text(Effect effect) {
    switch (effect) {
        case Effect::None:
            return "none";
        case Effect::Hold:
            return "hold";
        case Effect::Note:
            return "note";
    }
    return "";
}

std::string_view to_text(Policy policy) {
    switch (policy) {
        case Policy::None:
            return "none";
        case Policy::PresumptionOfApproval:
            return "presumption_of_approval";
        case Policy::CaseByCase:
            return "case_by_case";
        case Policy::PolicyOfDenial:
            return "policy_of_denial";
        case Policy::PresumptionOfDenial:
            return "presumption_of_denial";
        case Policy::PerEntry:
            return "per_entry";
    }
    return "";
}

std::string_view to_text(Per per) {
    switch (per) {
        case Per::Transaction:
            return "transaction";
        case Per::Item:
            return "item";
        case Per::Device:
            return "device";
        case Per::Party:
            return "party";
        case Per::Listing:
            return "listing";
        case Per::Country:
            return "country";
    }
    return "";
}

const Version* Provision::version_on(Date day) const {
    for (const Version& version : versions) {
        if (version.period.contains(day)) return &version;
    }
    return nullptr;
}

const StatusSegment* Provision::status_on(Date day) const {
    for (const StatusSegment& segment : statuses) {
        if (segment.period.contains(day)) return &segment;
    }
    return nullptr;
}

bool counts(State state, Reading reading) {
    switch (state) {
        case State::InForce:
        case State::Unconfirmed:
            return true;
        // A court or an agency that does not enforce a text leaves the text in the code.
        case State::Stayed:
        case State::NotEnforced:
            return reading == Reading::AsCodified;
        case State::Proposed:
            return false;
    }
    return false;
}

}  // namespace cordon::law
