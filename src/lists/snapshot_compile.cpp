// SPDX-License-Identifier: Apache-2.0
// Writing a snapshot. Texts are stored once, in the order in which they first occur, so the same
// list files give the same bytes on any machine.
#include <algorithm>
#include <cstring>
#include <set>
#include <unordered_map>

#include "base/sha256.h"
#include "lists/merge.h"
#include "lists/name_key.h"
#include "lists/snapshot.h"
#include "lists/snapshot_format.h"

namespace cordon::lists {

namespace {

using namespace format;

class Compiler {
public:
    void add(const ListFile& file) {
        const auto source = static_cast<std::uint32_t>(sources_.size());
        sources_.push_back({text(file.source_id), text(file.title), text(file.vintage),
                            static_cast<std::uint32_t>(file.listings.size()), 0});
        for (const auto& listing : file.listings) add(listing, source);
    }

    std::string finish() {
        std::sort(index_.begin(), index_.end(), [](const IndexRecord& a, const IndexRecord& b) {
            if (a.hash != b.hash) return a.hash < b.hash;
            return a.listing != b.listing ? a.listing < b.listing : a.name < b.name;
        });
        make_buckets();
        Header header;
        std::copy(kMagic.begin(), kMagic.end(), header.magic.begin());
        header.version = kVersion;
        header.sections = kSectionCount;
        std::string bytes(kContentsStart, '\0');
        std::array<Place, kSectionCount> places;
        append(bytes, places[kSources], sources_);
        append(bytes, places[kListings], listings_);
        append(bytes, places[kTexts], texts_);
        append(bytes, places[kFootnotes], footnotes_);
        append(bytes, places[kIndex], index_);
        append(bytes, places[kBuckets], buckets_);
        append(bytes, places[kBlob], blob_);
        append(bytes, places[kIdentifiers], identifiers_);
        append(bytes, places[kBirths], births_);
        std::memcpy(bytes.data() + sizeof(Header), places.data(), sizeof(places));
        header.file_size = bytes.size();
        const auto hash = sha256_hex(std::string_view(bytes).substr(sizeof(Header)));
        std::copy(hash.begin(), hash.end(), header.hash.begin());
        std::memcpy(bytes.data(), &header, sizeof(header));
        return bytes;
    }

private:
    Text text(const std::string& value) {
        const auto [at, is_new] = interned_.try_emplace(value, Text{});
        if (is_new) {
            CHECK(blob_.size() + value.size() <= std::numeric_limits<std::uint32_t>::max());
            at->second = {static_cast<std::uint32_t>(blob_.size()),
                          static_cast<std::uint32_t>(value.size())};
            blob_ += value;
        }
        return at->second;
    }

    Span texts(const std::vector<std::string>& values) {
        const Span span{static_cast<std::uint32_t>(texts_.size()),
                        static_cast<std::uint32_t>(values.size())};
        for (const auto& value : values) texts_.push_back(text(value));
        return span;
    }

    Span footnotes(const std::vector<Footnote>& values) {
        const Span span{static_cast<std::uint32_t>(footnotes_.size()),
                        static_cast<std::uint32_t>(values.size())};
        for (const auto& value : values) {
            footnotes_.push_back({text(value.number), date(value.from), 0});
        }
        return span;
    }

    Span identifiers(const std::vector<ListedIdentifier>& values) {
        const Span span{static_cast<std::uint32_t>(identifiers_.size()),
                        static_cast<std::uint32_t>(values.size())};
        for (const auto& value : values) {
            identifiers_.push_back({text(value.label), text(value.value), text(value.country)});
        }
        return span;
    }

    Span births(const std::vector<Born>& values) {
        const Span span{static_cast<std::uint32_t>(births_.size()),
                        static_cast<std::uint32_t>(values.size())};
        for (const auto& value : values) {
            births_.push_back({value.first.days(), value.last.days(), value.about ? 1U : 0U, 0});
        }
        return span;
    }

    static std::int32_t date(const std::optional<Date>& day) { return day ? day->days() : kNoDate; }

    void add(const Listing& listing, std::uint32_t source) {
        const auto number = static_cast<std::uint32_t>(listings_.size());
        ListingRecord record;
        record.id = text(listing.id);
        record.list = text(listing.list);
        record.name = text(listing.name);
        record.kind = text(listing.kind);
        record.requirement = text(listing.requirement);
        record.requirement_text = text(listing.requirement_text);
        record.review_policy = text(listing.review_policy);
        record.review_policy_text = text(listing.review_policy_text);
        record.citation = text(listing.citation);
        record.source = text(listing.source);
        record.note = text(listing.note);
        record.aliases = texts(listing.aliases);
        record.countries = texts(listing.countries);
        record.addresses = texts(listing.addresses);
        record.programmes = texts(listing.programmes);
        record.footnotes = footnotes(listing.footnotes);
        record.published = date(listing.published);
        record.effective = date(listing.effective);
        record.ended = date(listing.ended);
        record.effective_is_publication = listing.effective_is_publication ? 1 : 0;
        record.source_index = source;
        record.weak_aliases = texts(listing.weak_aliases);
        record.former_names = texts(listing.former_names);
        record.birthplaces = texts(listing.birthplaces);
        record.identifiers = identifiers(listing.identifiers);
        record.born = births(listing.born);
        listings_.push_back(record);
        add_names(listing, number);
    }

    /// One entry a key: a listing is found once, by the first of its names that has the key.
    void add_names(const Listing& listing, std::uint32_t number) {
        std::set<std::string, std::less<>> keys;
        for (std::uint32_t n = 0; n <= listing.aliases.size(); ++n) {
            const auto key = maker_.key(n == 0 ? listing.name : listing.aliases[n - 1]);
            if (key.empty() || keys.find(key) != keys.end()) continue;
            const auto& kept = *keys.emplace(key).first;
            index_.push_back({key_hash(kept), number, n, text(kept)});
        }
    }

    void make_buckets() {
        unsigned bits = 0;
        while ((std::uint64_t{1} << bits) < index_.size()) ++bits;
        buckets_.assign((std::uint64_t{1} << bits) + 1, 0);
        for (const auto& entry : index_) ++buckets_[bucket_of(entry.hash, bits) + 1];
        for (std::size_t i = 1; i < buckets_.size(); ++i) buckets_[i] += buckets_[i - 1];
    }

    template <class Records>
    static void append(std::string& bytes, Place& place, const Records& records) {
        bytes.resize((bytes.size() + 7) / 8 * 8, '\0');
        place = {bytes.size(), records.size()};
        const auto size = records.size() * sizeof(records[0]);
        const auto start = bytes.size();
        bytes.resize(start + size);
        if (size > 0) std::memcpy(bytes.data() + start, records.data(), size);
    }

    KeyMaker maker_;
    std::unordered_map<std::string, Text> interned_;
    std::string blob_;
    std::vector<SourceRecord> sources_;
    std::vector<ListingRecord> listings_;
    std::vector<Text> texts_;
    std::vector<FootnoteRecord> footnotes_;
    std::vector<IdentifierRecord> identifiers_;
    std::vector<BirthRecord> births_;
    std::vector<IndexRecord> index_;
    std::vector<std::uint32_t> buckets_;
};

}  // namespace

std::string Snapshot::compile(const std::vector<ListFile>& files) {
    Compiler compiler;
    for (const auto& file : with_starter_merged(files)) compiler.add(file);
    return compiler.finish();
}

}  // namespace cordon::lists
