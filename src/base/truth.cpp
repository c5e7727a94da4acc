// SPDX-License-Identifier: Apache-2.0
#include "base/truth.h"

namespace cordon {

std::string_view to_text(Truth value) {
    switch (value) {
        case Truth::No:
            return "no";
        case Truth::Unknown:
            return "unknown";
        case Truth::Yes:
            return "yes";
    }
    return "unknown";
}

}  // namespace cordon
