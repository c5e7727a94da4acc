// SPDX-License-Identifier: Apache-2.0
#pragma once
/// The type and unit check: every name gets its meaning, every node its type.
///
/// A condition that passes can be asked of any case without a further check. All mistakes of one
/// expression are collected, each with the exact place, what was expected and the remedy.
#include <string>
#include <unordered_map>
#include <vector>

#include "law/ast.h"
#include "law/load.h"

namespace cordon::law {

/// What the names in an expression may mean. Borrows its parts, which must outlive it.
struct Dictionary {
    const Schema& schema;
    const std::vector<DatedSet>& sets;
    const std::vector<ReadAs>& read_as;
    const std::vector<Provision>& provisions;
    std::unordered_map<std::string, ProvisionIndex> named;

    Dictionary(const Schema& schema, const std::vector<DatedSet>& sets,
               const std::vector<ReadAs>& read_as, const std::vector<Provision>& provisions);
};

/// Where an expression stands: which subjects are in scope, and on which days it is the law.
struct Place {
    Per per = Per::Transaction;
    Period period;
};

/// Types and resolves `expression` in place. No errors: it is well-typed and of type YesNo.
std::vector<Error> check(Expression& expression, const Dictionary& dictionary, const Place& place);

/// "an amount in TPP", "a date", "a yes/no condition".
std::string describe(const Type& type, const Schema& schema);
Type type_of(const Fact& fact, FactRef ref);
/// Numbers that may be compared and added: the same dimension and, without one, the same sort.
bool compatible(const Type& a, const Type& b);

}  // namespace cordon::law
