// SPDX-License-Identifier: Apache-2.0
// Compiling an index. Terms and names get provisional numbers as they come; when all are known
// terms are sorted by class and text (spans by key), names by weight, and everything that mentions
// them is renumbered, so that the bytes of terms do not depend on the order in which they were met.
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

/// Of the stream of units before it is renumbered: a value and, in the top bits, its width, or that
/// it is the number of a term or of a span.
using Field = std::uint32_t;
constexpr unsigned kFieldBits = 27;
constexpr Field kFieldMask = (1U << kFieldBits) - 1;
constexpr unsigned kTermField = 30;
constexpr unsigned kSpanField = 31;

using Terms = std::unordered_map<std::string, Number>;  ///< by class and text
using Spans = std::unordered_map<std::uint64_t, Number>;

}  // namespace

struct Index::Builder::State {
    explicit State(const Weights& given) : weights(given) {}

    Weights weights;
    std::vector<NameRecord> names;
    std::vector<Field> units;  ///< with provisional numbers
    Terms terms;
    Spans spans;
    std::vector<std::uint16_t> heaviest;    ///< of terms, provisional
    std::vector<std::uint64_t> term_names;  ///< provisional number << 32 | name
    std::vector<std::uint64_t> span_names;

    void put(std::size_t value, unsigned width);
    void add_unit(const names::Token& token, const Unit& unit);
    void add_span(const names::Span& span, bool has_han);
    void add_forms(const std::vector<names::Form>& forms, bool span, std::uint16_t weight);
    void add_term(const names::Form& form, bool span, std::uint16_t weight);
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
    put(number, span ? kSpanField : kTermField);
}

void Index::Builder::State::put(std::size_t value, unsigned width) {
    CHECK(value >> std::min(width, kFieldBits) == 0);
    units.push_back(width << kFieldBits | static_cast<Field>(value));
}

// Of each form its kind, whether another follows, its term.
void Index::Builder::State::add_forms(const std::vector<names::Form>& forms, bool span,
                                      std::uint16_t weight) {
    CHECK(!forms.empty());
    for (const auto& form : forms) {
        const bool more = &form != &forms.back();
        put(static_cast<unsigned>(form.kind) | (more ? 1U << kKindBits : 0U), kKindBits + 1);
        add_term(form, span, weight);
    }
}

void Index::Builder::State::add_unit(const names::Token& token, const Unit& unit) {
    put(static_cast<unsigned>(unit.role), kRoleBits);
    put(unit.has_han ? 1 : 0, 1);
    put(unit.weight, kWeightBits);
    add_forms(token.forms, false, unit.weight);
}

void Index::Builder::State::add_span(const names::Span& span, bool has_han) {
    put(span.first, kTokensBits);
    put(span.count, kTokensBits);
    put(has_han ? 1 : 0, 1);
    add_forms(span.forms, true, 0);
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
        s.put(name.tokens.size(), kTokensBits);
        s.put(name.spans.size(), kSpansBits);
        s.put(static_cast<std::size_t>(name.derived), kDerivedBits);
        for (std::size_t i = 0; i < name.tokens.size(); ++i) {
            s.add_unit(name.tokens[i], units.units[i]);
        }
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
        bytes_.append(kEnd, '\0');
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

std::string packed(const std::vector<std::uint64_t>& numbers, unsigned width) {
    BitWriter writer;
    for (const auto number : numbers) writer.put(number, width);
    return writer.bytes();
}

/// Where each bucket starts in `keys`, which rise.
std::string bucket_starts(const std::vector<std::uint64_t>& keys, std::uint64_t a_bucket) {
    const auto bits = bucket_bits(keys.size(), a_bucket);
    std::vector<std::uint64_t> starts((std::size_t{1} << bits) + 1, 0);
    for (const auto key : keys) ++starts[bucket_of(key, bits) + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    return packed(starts, width_of(keys.size()));
}

/// Names of each term as varints; one name alone stands in the place itself.
void write_postings(std::vector<std::uint64_t>& pairs, std::size_t terms,
                    std::vector<std::uint64_t>& places, std::string& bytes) {
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    std::size_t at = 0;
    for (std::size_t term = 0; term < terms; ++term) {
        std::size_t end = at;
        while (end < pairs.size() && pairs[end] >> 32U == term) ++end;
        CHECK(end > at);
        if (end - at == 1) {
            places.push_back((pairs[at] & 0xFFFFFFFFU) << 1U | 1U);
        } else {
            places.push_back(bytes.size() << 1U);
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
void renumber(std::vector<std::uint64_t>& pairs, const std::vector<Number>& final_of,
              const std::vector<Number>& final_name) {
    for (auto& pair : pairs) {
        pair = std::uint64_t{final_of[pair >> 32U]} << 32U | final_name[pair & 0xFFFFFFFFU];
    }
}

/// The provisional numbers of names in their final order: by weight, then as they came.
std::vector<Number> by_weight(const std::vector<NameRecord>& names) {
    std::vector<Number> order(names.size());
    std::iota(order.begin(), order.end(), Number{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](Number a, Number b) { return names[a].total < names[b].total; });
    return order;
}

/// The vocabulary in its final order.
struct Sorted {
    std::vector<std::string_view> keys;  ///< class and text
    std::vector<std::uint64_t> span_keys;
    std::vector<Number> term_of, span_of;  ///< provisional to final

    Sorted(const Terms& terms, const Spans& spans) : term_of(terms.size()), span_of(spans.size()) {
        keys.reserve(terms.size());
        for (const auto& [key, number] : terms) keys.push_back(key);
        std::sort(keys.begin(), keys.end());
        for (std::size_t i = 0; i < keys.size(); ++i) {
            term_of[terms.at(std::string(keys[i]))] = static_cast<Number>(i);
        }
        span_keys.reserve(spans.size());
        for (const auto& [key, number] : spans) span_keys.push_back(key);
        std::sort(span_keys.begin(), span_keys.end());
        for (std::size_t i = 0; i < span_keys.size(); ++i) {
            span_of[spans.at(span_keys[i])] = static_cast<Number>(keys.size() + i);
        }
    }
};

struct Units {
    std::vector<NameRecord> names;  ///< in the final order, as the stream is
    BitWriter stream;
};

/// Writes the stream of each name with final numbers, the names in `order`.
Units final_units(const std::vector<NameRecord>& names, const std::vector<Field>& fields,
                  const std::vector<Number>& order, const Sorted& sorted) {
    const unsigned term_width = width_of(sorted.keys.size());
    const unsigned span_width = width_of(sorted.span_keys.size());
    Units units;
    for (const Number name : order) {
        units.stream.align();
        CHECK(units.stream.bytes().size() < std::numeric_limits<std::uint32_t>::max());
        units.names.push_back(names[name]);
        NameRecord& record = units.names.back();
        record.units_at = static_cast<std::uint32_t>(units.stream.bytes().size());
        const std::size_t end = name + 1 < names.size() ? names[name + 1].units_at : fields.size();
        for (std::size_t at = names[name].units_at; at < end; ++at) {
            const unsigned width = fields[at] >> kFieldBits;
            const Field value = fields[at] & kFieldMask;
            if (width == kTermField) {
                record.bits |= bit_of(sorted.term_of[value]);
                units.stream.put(sorted.term_of[value], term_width);
            } else if (width == kSpanField) {
                record.bits |= bit_of(sorted.span_of[value]);
                units.stream.put(sorted.span_of[value] - sorted.keys.size(), span_width);
            } else {
                units.stream.put(value, width);
            }
        }
    }
    return units;
}

struct Variants {
    std::uint32_t count = 0;
    std::string buckets, variants;
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
    std::vector<std::uint64_t> sorted, packed_entries;
    for (const auto& entry : entries) {
        sorted.push_back(entry.key);
        packed_entries.push_back(std::uint64_t{entry.term} << kMarkBits | (entry.key & kMarkMask));
    }
    return {static_cast<std::uint32_t>(entries.size()), bucket_starts(sorted, kVariantsABucket),
            packed(packed_entries, kMarkBits + width_of(keys.size()))};
}

/// The vocabulary as it is written.
struct Texts {
    std::vector<std::uint32_t> class_first, signatures;
    std::vector<std::uint16_t> heaviest;
    std::vector<std::uint64_t> text_at;
    std::string text;

    Texts(const Sorted& sorted, const std::vector<std::uint16_t>& provisional)
        : heaviest(provisional.size()) {
        const auto& keys = sorted.keys;
        for (std::size_t i = 0; i < keys.size(); ++i) heaviest[sorted.term_of[i]] = provisional[i];
        for (std::size_t term = 0; term < keys.size(); ++term) {
            const auto which = static_cast<std::size_t>(keys[term][0] - '0');
            const auto here = keys[term].substr(1);
            while (class_first.size() <= which) {
                class_first.push_back(static_cast<std::uint32_t>(term));
            }
            text_at.push_back(text.size());
            text += here;
            if (which <= static_cast<std::size_t>(TermClass::Han)) {
                signatures.push_back(letter_signature(here));
            }
        }
        while (class_first.size() <= kClasses) {
            class_first.push_back(static_cast<std::uint32_t>(keys.size()));
        }
        text_at.push_back(text.size());
    }
};

}  // namespace

std::string Index::Builder::finish() {
    State& s = *state_;
    const Sorted sorted(s.terms, s.spans);
    const auto order = by_weight(s.names);
    std::vector<Number> final_name(order.size());
    for (std::size_t i = 0; i < order.size(); ++i) final_name[order[i]] = static_cast<Number>(i);
    const Units units = final_units(s.names, s.units, order, sorted);
    renumber(s.term_names, sorted.term_of, final_name);
    renumber(s.span_names, sorted.span_of, final_name);
    s.term_names.insert(s.term_names.end(), s.span_names.begin(), s.span_names.end());
    std::vector<std::uint64_t>().swap(s.span_names);
    std::vector<std::uint64_t> posting_at;
    std::string postings;
    write_postings(s.term_names, sorted.keys.size() + sorted.span_keys.size(), posting_at,
                   postings);
    const Variants variants = variants_of(sorted.keys);
    const Texts texts(sorted, s.heaviest);
    auto counts = texts.class_first;
    counts.push_back(variants.count);

    Writer writer;
    writer.section(kNames, units.names);
    writer.section(kUnits, units.stream.bytes());
    writer.section(kCounts, counts);
    writer.section(kTextAt, packed(texts.text_at, width_of(texts.text.size())));
    writer.section(kText, texts.text);
    writer.section(kSignatures, texts.signatures);
    writer.section(kHeaviest, texts.heaviest);
    writer.section(kSpanKeys, sorted.span_keys);
    writer.section(kSpanBuckets, bucket_starts(sorted.span_keys, kSpansABucket));
    writer.section(kPostingAt, packed(posting_at, place_width(s.names.size(), postings.size())));
    writer.section(kPostings, postings);
    writer.section(kVariantBuckets, variants.buckets);
    writer.section(kVariants, variants.variants);
    return writer.finish(s.weights);
}

}  // namespace cordon::screening
