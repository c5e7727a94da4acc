// SPDX-License-Identifier: Apache-2.0
#pragma once
/// What has to be asked under one edition of the law, sorted by what an answer does.
#include <vector>

#include "law/questionnaire.h"

namespace cordon::determination {

struct Plan {
    struct Ask {
        law::Edition::Entry entry;
        const law::Provision* provision = nullptr;
    };
    struct Exception {
        Ask ask;
        std::vector<law::ProvisionIndex> cures;  ///< sorted
        [[nodiscard]] bool cures_provision(law::ProvisionIndex provision) const;
    };

    std::vector<Ask> barriers;         ///< prohibitions, requirements, overlays that hold, flags
    law::Questionnaire questionnaire;  ///< the barriers, to be asked at once
    std::vector<Exception> exceptions;
    std::vector<std::vector<std::uint32_t>> cured_by;  ///< of each barrier: its exceptions
    law::Slot flags_resolved = 0;                      ///< fact of the transaction
    std::vector<Ask> reviews;
    std::vector<Ask> classifications;
    std::vector<Ask> notes;  ///< overlays that only note, provider policies
    std::vector<Ask> duties;
    std::vector<Ask>
        not_counting;  ///< requirements and prohibitions codified but not enforced, or stayed

    static Plan of(const law::Edition& edition);
};

}  // namespace cordon::determination
