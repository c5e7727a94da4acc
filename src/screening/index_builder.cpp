// SPDX-License-Identifier: Apache-2.0
// Compiling an index. Terms get provisional numbers as they come; when all are known they are
// sorted by class and text (spans by key) and everything that mentions them is renumbered, so that
// the bytes do not depend on the order in which terms were met.
#include <algorithm>
#include <cstring>
#include <numeric>
#include <unordered_map>

#include "screening/index_layout.h"
#include "screening/score.h"
#include "screening/variants.h"

namespace cordon::screening {

using namespace format;

namespace {

using Number = std::uint32_t;  ///< provisional

/// A form in the stream of units before it is renumbered.
struct PendingTerm {
    Number number = 0;
    bool span = false;
};

template <class T>
void append(std::string& out, const T& value) {
    std::array<char, sizeof(T)> bytes;
    std::memcpy(bytes.data(), &value, sizeof(T));
    out.append(bytes.data(), bytes.size());
}

}  // namespace

struct Index::Builder::State {
    explicit State(const Weights& given) : weights(given) {}

    Weights weights;
    std::vector<NameRecord> names;
    std::string units;                              ///< with provisional numbers
    std::unordered_map<std::string, Number> terms;  ///< by class and text
    std::unordered_map<std::uint64_t, Number> spans;
    std::vector<std::uint16_t> heaviest;    ///< of terms, provisional
    std::vector<std::uint64_t> term_names;  ///< provisional number << 32 | name
    std::vector<std::uint64_t> span_names;

    void add_unit(const names::Token& token, const Unit& unit);
    void add_span(const names::Span& span, bool has_han);
    void add_term(const names::Form& form, bool span, std::uint16_t weight);

    /// Renumbering and sections.
    struct Sorted;
};

void Index::Builder::State::add_term(const names::Form& form, bool span, std::uint16_t weight) {
    const auto name = static_cast<std::uint32_t>(names.size());
    Number number = 0;
    if (span) {
        const auto [at, fresh] =
            spans.try_emplace(span_key(form.term), static_cast<Number>(spans.size()));
        number = at->second;
        span_names.push_back(std::uint64_t{number} << 32U | name);
    } else {
        std::string key(1, static_cast<char>('0' + static_cast<int>(class_of(form.kind))));
        key += form.term;
        const auto [at, fresh] =
            terms.try_emplace(std::move(key), static_cast<Number>(terms.size()));
        number = at->second;
        if (fresh) heaviest.push_back(0);
        heaviest[number] = std::max(heaviest[number], weight);
        term_names.push_back(std::uint64_t{number} << 32U | name);
    }
    CHECK(number <= kTermMask);
    append(units, static_cast<std::uint32_t>(form.kind) << kTermBits | number);
}

// A token: role and whether it is in Han, weight, number of terms, terms.
void Index::Builder::State::add_unit(const names::Token& token, const Unit& unit) {
    units.push_back(static_cast<char>(static_cast<unsigned>(unit.role) | (unit.has_han ? 8U : 0U)));
    append(units, unit.weight);
    units.push_back(static_cast<char>(token.forms.size()));
    for (const auto& form : token.forms) add_term(form, false, unit.weight);
}

// A span: first token, how many and whether in Han, number of terms, terms.
void Index::Builder::State::add_span(const names::Span& span, bool has_han) {
    units.push_back(static_cast<char>(span.first));
    units.push_back(static_cast<char>(static_cast<unsigned>(span.count) | (has_han ? 128U : 0U)));
    units.push_back(static_cast<char>(span.forms.size()));
    for (const auto& form : span.forms) add_term(form, true, 0);
}

Index::Builder::Builder(const Weights& weights) : state_(std::make_unique<State>(weights)) {}
Index::Builder::Builder(Builder&&) noexcept = default;
Index::Builder::~Builder() = default;

void Index::Builder::add(ListedName listed, const names::NameSet& set) {
    State& s = *state_;
    for (const auto& name : set.names) {
        CHECK(name.tokens.size() <= names::kTokensMax && name.spans.size() <= names::kSpansMax);
        const Weighed units = weighed(name, s.weights);
        NameRecord record;
        CHECK(s.units.size() < std::numeric_limits<std::uint32_t>::max());
        record.units_at = static_cast<std::uint32_t>(s.units.size());
        record.listing = listed.listing;
        record.name = listed.name;
        CHECK(units.total <= std::numeric_limits<std::uint16_t>::max());
        record.total = static_cast<std::uint16_t>(units.total);
        record.tokens = static_cast<std::uint8_t>(name.tokens.size());
        record.spans = static_cast<std::uint8_t>(name.spans.size());
        record.derived = static_cast<std::uint8_t>(name.derived);
        for (std::size_t i = 0; i < name.tokens.size(); ++i)
            s.add_unit(name.tokens[i], units.units[i]);
        for (std::size_t i = 0; i < name.spans.size(); ++i) {
            s.add_span(name.spans[i], units.units[name.tokens.size() + i].has_han);
        }
        s.names.push_back(record);
    }
}

namespace {

/// Sections one after another, each aligned.
class Writer {
public:
    Writer() : bytes_(aligned(sizeof(Header)), '\0') {}
    template <class Container>
    void section(Section which, const Container& elements) {
        using T = std::remove_cv_t<std::remove_reference_t<decltype(elements[0])>>;
        static_assert(std::is_trivially_copyable_v<T>);
        bytes_.resize(aligned(bytes_.size()), '\0');
        header_.places[which] = {bytes_.size(), elements.size()};
        bytes_.append(reinterpret_cast<const char*>(elements.data()), elements.size() * sizeof(T));
    }
    std::string finish(const Weights& weights) {
        std::copy(kMagic.begin(), kMagic.end(), header_.magic.begin());
        header_.version = kVersion;
        header_.sections = kSectionCount;
        header_.file_size = bytes_.size();
        const auto hash = weights.hash();
        CHECK(hash.size() == header_.weights.size());
        std::copy(hash.begin(), hash.end(), header_.weights.begin());
        std::memcpy(bytes_.data(), &header_, sizeof(Header));
        header_.checksum = checksum_of(bytes_);
        std::memcpy(bytes_.data(), &header_, sizeof(Header));
        return std::move(bytes_);
    }

private:
    Header header_;
    std::string bytes_;
};

/// Power of two of buckets for so many keys, about `a_bucket` in each.
unsigned bits_for(std::size_t keys, std::size_t a_bucket) {
    return static_cast<unsigned>(std::bit_width(keys / a_bucket));
}

/// Where each bucket starts in `keys`, which rise.
std::vector<std::uint32_t> bucket_starts(const std::vector<std::uint64_t>& keys, unsigned bits) {
    std::vector<std::uint32_t> starts((std::size_t{1} << bits) + 1, 0);
    for (const auto key : keys) ++starts[bucket_of(key, bits) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    return starts;
}

/// Names of each term as varints; one name alone stands in the place itself.
void write_postings(std::vector<std::uint64_t>& pairs, std::size_t terms,
                    std::vector<std::uint32_t>& places, std::string& bytes) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::size_t at = 0;
    for (std::size_t term = 0; term < terms; ++term) {
        std::size_t end = at;
        while (end < pairs.size() && pairs[end] >> 32U == term) ++end;
        CHECK(end > at);
        if (end - at == 1) {
            places.push_back(static_cast<std::uint32_t>(pairs[at]) | kOneName);
        } else {
            CHECK(bytes.size() < kOneName);
            places.push_back(static_cast<std::uint32_t>(bytes.size()));
            put_varint(bytes, static_cast<std::uint32_t>(end - at));
            std::uint32_t before = 0;
            for (std::size_t i = at; i < end; ++i) {
                const auto name = static_cast<std::uint32_t>(pairs[i]);
                put_varint(bytes, name - before);
                before = name;
            }
        }
        at = end;
    }
}

/// Replaces provisional by final numbers.
void renumber(std::vector<std::uint64_t>& pairs, const std::vector<Number>& final_of) {
    for (auto& pair : pairs) {
        pair = std::uint64_t{final_of[pair >> 32U]} << 32U | (pair & 0xFFFFFFFFU);
    }
}

}  // namespace

/// The vocabulary in its final order.
struct Index::Builder::State::Sorted {
    std::vector<std::string_view> keys;  ///< class and text
    std::vector<std::uint64_t> span_keys;
    std::vector<Number> term_of, span_of;  ///< provisional to final

    explicit Sorted(const State& s) : term_of(s.terms.size()), span_of(s.spans.size()) {
        keys.reserve(s.terms.size());
        for (const auto& [key, number] : s.terms) keys.push_back(key);
        std::sort(keys.begin(), keys.end());
        for (std::size_t i = 0; i < keys.size(); ++i) {
            term_of[s.terms.at(std::string(keys[i]))] = static_cast<Number>(i);
        }
        span_keys.reserve(s.spans.size());
        for (const auto& [key, number] : s.spans) span_keys.push_back(key);
        std::sort(span_keys.begin(), span_keys.end());
        for (std::size_t i = 0; i < span_keys.size(); ++i) {
            span_of[s.spans.at(span_keys[i])] = static_cast<Number>(keys.size() + i);
        }
    }
    [[nodiscard]] bool in_class(std::size_t term, TermClass which) const {
        return keys[term][0] == static_cast<char>('0' + static_cast<int>(which));
    }
};

namespace {

/// Walks the stream of units and renumbers every term in it.
void renumber_units(std::string& units, const std::vector<NameRecord>& names,
                    const std::vector<Number>& term_of, const std::vector<Number>& span_of) {
    char* at = units.data();
    const auto terms = [&](std::size_t count, const std::vector<Number>& final_of) {
        for (; count > 0; --count, at += 4) {
            std::uint32_t term = 0;
            std::memcpy(&term, at, 4);
            term = (term & ~kTermMask) | final_of[term & kTermMask];
            std::memcpy(at, &term, 4);
        }
    };
    for (const auto& name : names) {
        for (unsigned i = 0; i < name.tokens; ++i) {
            const auto count = static_cast<unsigned char>(at[3]);
            at += 4;
            terms(count, term_of);
        }
        for (unsigned i = 0; i < name.spans; ++i) {
            const auto count = static_cast<unsigned char>(at[2]);
            at += 3;
            terms(count, span_of);
        }
    }
    CHECK(at == units.data() + units.size());
}

struct Variants {
    std::vector<std::uint32_t> buckets, terms;
    std::vector<std::uint8_t> marks;
};

Variants variants_of(const std::vector<std::string_view>& keys) {
    struct Entry {
        std::uint64_t key = 0;
        std::uint32_t term = 0;
    };
    std::vector<Entry> entries;
    std::vector<std::uint64_t> found;
    for (std::size_t term = 0; term < keys.size(); ++term) {
        const bool han = keys[term][0] == '0' + static_cast<int>(TermClass::Han);
        if (!han && keys[term][0] != '0' + static_cast<int>(TermClass::Latin)) continue;
        found.clear();
        VariantSource(keys[term].substr(1)).listed_keys(han, found);
        for (const auto key : found) entries.push_back({key, static_cast<std::uint32_t>(term)});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(a.key, a.term) < std::tie(b.key, b.term);
    });
    Variants variants;
    std::vector<std::uint64_t> sorted;
    for (const auto& entry : entries) {
        sorted.push_back(entry.key);
        variants.terms.push_back(entry.term);
        variants.marks.push_back(static_cast<std::uint8_t>(entry.key));
    }
    variants.buckets = bucket_starts(sorted, bits_for(sorted.size(), 8));
    return variants;
}

}  // namespace

std::string Index::Builder::finish() {
    State& s = *state_;
    const State::Sorted sorted(s);
    renumber_units(s.units, s.names, sorted.term_of, sorted.span_of);
    renumber(s.term_names, sorted.term_of);
    renumber(s.span_names, sorted.span_of);
    s.term_names.insert(s.term_names.end(), s.span_names.begin(), s.span_names.end());
    std::vector<std::uint64_t>().swap(s.span_names);

    std::vector<std::uint32_t> class_first, text_at, masks;
    std::vector<std::uint16_t> heaviest(sorted.keys.size());
    std::string text;
    for (std::size_t i = 0; i < s.heaviest.size(); ++i) heaviest[sorted.term_of[i]] = s.heaviest[i];
    for (std::size_t term = 0; term < sorted.keys.size(); ++term) {
        while (class_first.size() <= static_cast<std::size_t>(sorted.keys[term][0] - '0')) {
            class_first.push_back(static_cast<std::uint32_t>(term));
        }
        text_at.push_back(static_cast<std::uint32_t>(text.size()));
        text += sorted.keys[term].substr(1);
        masks.push_back(letter_mask(sorted.keys[term].substr(1)));
    }
    while (class_first.size() <= kClasses) {
        class_first.push_back(static_cast<std::uint32_t>(sorted.keys.size()));
    }
    text_at.push_back(static_cast<std::uint32_t>(text.size()));
    std::vector<std::uint32_t> posting_at;
    std::string postings;
    write_postings(s.term_names, sorted.keys.size() + sorted.span_keys.size(), posting_at,
                   postings);
    const Variants variants = variants_of(sorted.keys);

    Writer writer;
    writer.section(kNames, s.names);
    writer.section(kUnits, s.units);
    writer.section(kClassFirst, class_first);
    writer.section(kTextAt, text_at);
    writer.section(kText, text);
    writer.section(kMasks, masks);
    writer.section(kHeaviest, heaviest);
    writer.section(kSpanKeys, sorted.span_keys);
    writer.section(kSpanBuckets,
                   bucket_starts(sorted.span_keys, bits_for(sorted.span_keys.size(), 4)));
    writer.section(kPostingAt, posting_at);
    writer.section(kPostings, postings);
    writer.section(kVariantBuckets, variants.buckets);
    writer.section(kVariantTerms, variants.terms);
    writer.section(kVariantMarks, variants.marks);
    return writer.finish(s.weights);
}

}  // namespace cordon::screening
