// SPDX-License-Identifier: Apache-2.0
#include "names/name.h"

namespace cordon::names {

std::string_view to_text(Role role) {
    switch (role) {
        case Role::Brand:
            return "brand";
        case Role::Place:
            return "place";
        case Role::Industry:
            return "industry";
        case Role::Organisation:
            return "organisation";
        case Role::Qualifier:
            return "qualifier";
        case Role::LegalForm:
            return "legal_form";
        case Role::Number:
            return "number";
    }
    return {};
}

std::string_view to_text(FormKind kind) {
    switch (kind) {
        case FormKind::Spelling:
            return "spelling";
        case FormKind::Reading:
            return "reading";
        case FormKind::Han:
            return "han";
        case FormKind::Concept:
            return "concept";
        case FormKind::Number:
            return "number";
        case FormKind::Sound:
            return "sound";
        case FormKind::Initialism:
            return "initialism";
    }
    return {};
}

}  // namespace cordon::names
