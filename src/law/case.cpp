// SPDX-License-Identifier: Apache-2.0
#include "law/case.h"

#include <fmt/core.h>

namespace cordon::law {

std::string to_text(const SubjectRef& ref) {
    const unsigned outer = ref.index + 1U;
    const unsigned inner = ref.inner + 1U;
    switch (ref.kind) {
        case SubjectKind::Transaction:
            return "transaction";
        case SubjectKind::Item:
            return fmt::format("item {}", outer);
        case SubjectKind::Device:
            return fmt::format("item {}, device {}", outer, inner);
        case SubjectKind::Party:
            return fmt::format("party {}", outer);
        case SubjectKind::Listing:
            return fmt::format("party {}, listing {}", outer, inner);
    }
    return "";
}

}  // namespace cordon::law
