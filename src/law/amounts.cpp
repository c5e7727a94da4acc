// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "law/program.h"

namespace cordon::law {

Interval larger(const Interval& a, const Interval& b) {
    if (less_or_equal(a, b) == Truth::Yes) return b;
    if (less_or_equal(b, a) == Truth::Yes) return a;
    return MUST(Interval::between(std::max(a.lo(), b.lo()), std::max(a.hi(), b.hi())));
}

Interval smaller(const Interval& a, const Interval& b) {
    if (less_or_equal(a, b) == Truth::Yes) return a;
    if (less_or_equal(b, a) == Truth::Yes) return b;
    return MUST(Interval::between(std::min(a.lo(), b.lo()), std::min(a.hi(), b.hi())));
}

Truth compare(const Interval& a, Relation relation, const Interval& b) {
    switch (relation) {
        case Relation::Equal:
            return equal(a, b);
        case Relation::NotEqual:
            return opposite(equal(a, b));
        case Relation::Less:
            return less(a, b);
        case Relation::LessOrEqual:
            return less_or_equal(a, b);
        case Relation::Greater:
            return less(b, a);
        case Relation::GreaterOrEqual:
            return less_or_equal(b, a);
    }
    return Truth::Unknown;
}

}  // namespace cordon::law
