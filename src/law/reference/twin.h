// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The slow, obvious twin of Evaluation: walks the checked tree, words and sets as text.
///
/// No flat code, no memory, no short cuts, no order of its own. Whatever it says is what
/// docs/reference/rule-language.md says; the fast engine is checked against it.
#include "law/evaluation.h"

namespace cordon::law::reference {

/// The same question as Evaluation::holds.
Truth holds(const Law& law, Reading reading, Date day, const Case& facts, ProvisionIndex provision,
            const SubjectRef& subject);

/// The same question as Evaluation::holds_for_country.
Truth holds_for_country(const Law& law, Reading reading, Date day, const Case& facts,
                        ProvisionIndex provision, Country country);

}  // namespace cordon::law::reference
