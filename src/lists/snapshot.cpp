// SPDX-License-Identifier: Apache-2.0
// Reading a snapshot where it lies.
//
// open() looks at the header and the table of sections only, so a cold start does not read the
// file. After that every place a record names is checked when it is followed: a damaged record
// can give an empty text or no hit, never a byte outside the file. Whether the bytes are the ones
// that were compiled is what verify() answers, by the hash.
#include "lists/snapshot.h"

#include <algorithm>
#include <cstring>

#include "base/mapped_file.h"
#include "base/sha256.h"
#include "lists/name_key.h"
#include "lists/snapshot_format.h"

namespace cordon::lists {

using namespace format;

struct Snapshot::Mapping {
    std::string owned;
    MappedFile mapped;
    std::string_view bytes;  ///< of one of the two
    std::string path;
    std::array<Place, kSectionCount> places;
    std::uint64_t listing_size = sizeof(ListingRecord);
    unsigned bucket_bits = 0;
    std::string hash;
    std::vector<SourceInfo> sources;

    /// REQUIRES: index < count of the section.
    template <class Record>
    [[nodiscard]] Record record(Section section, std::uint64_t index) const {
        Record copy{};
        std::memcpy(&copy, bytes.data() + places[section].offset + index * sizeof(Record),
                    sizeof(Record));
        return copy;
    }
    /// The record of a listing; what its version lacked is empty.
    [[nodiscard]] ListingRecord listing_record(std::uint64_t index) const {
        ListingRecord copy{};
        std::memcpy(&copy, bytes.data() + places[kListings].offset + index * listing_size,
                    listing_size);
        return copy;
    }
    [[nodiscard]] std::string_view text(Text at) const {
        const auto& blob = places[kBlob];
        if (std::uint64_t{at.offset} + at.size > blob.count) return {};
        return bytes.substr(blob.offset + at.offset, at.size);
    }
    [[nodiscard]] bool holds(Section section, Span span) const {
        return std::uint64_t{span.first} + span.count <= places[section].count;
    }
    [[nodiscard]] std::vector<std::string> texts(Span span) const {
        std::vector<std::string> values;
        if (!holds(kTexts, span)) return values;
        values.reserve(span.count);
        for (std::uint32_t i = 0; i < span.count; ++i) {
            values.emplace_back(text(record<Text>(kTexts, std::uint64_t{span.first} + i)));
        }
        return values;
    }
    /// Index entries whose hash may be this one.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> bucket(std::uint64_t hash_of_key) const {
        const auto number = bucket_of(hash_of_key, bucket_bits);
        const auto first = record<std::uint32_t>(kBuckets, number);
        const auto last = record<std::uint32_t>(kBuckets, number + 1);
        if (first > last || last > places[kIndex].count) return {0, 0};
        return {first, last};
    }

    Status check();
    Status check_places(std::uint32_t sections);
    void fill_people(Listing& listing, const ListingRecord& record) const;
    void read_sources();
};

namespace {

Error damaged(const std::string& path, std::string_view what) {
    return {"This is not a whole snapshot of lists: " + std::string(what),
            "a file named snapshot-<sha256>.cordon as written by an import",
            "Import the lists again; the snapshot is made anew.",
            {path, 0, 0, ""},
            {}};
}

std::optional<Date> date_of(std::int32_t days) {
    if (days < kFirstDate.days() || days > kLastDate.days()) return {};
    return Date::from_days(days);
}

/// The k of 2^k + 1, or nothing.
std::optional<unsigned> bits_of_buckets(std::uint64_t count) {
    if (count < 2 || count > (std::uint64_t{1} << 32U) || !std::has_single_bit(count - 1))
        return {};
    return static_cast<unsigned>(std::countr_zero(count - 1));
}

}  // namespace

Status Snapshot::Mapping::check() {
    if (bytes.size() < contents_start(kSectionsInVersion1)) {
        return damaged(path, "the file is too short");
    }
    Header header;
    std::memcpy(&header, bytes.data(), sizeof(header));
    if (std::string_view(header.magic.data(), header.magic.size()) != kMagic) {
        return damaged(path, "the first eight bytes are not CORDLIST");
    }
    const bool first = header.version == 1 && header.sections == kSectionsInVersion1;
    const bool second = header.version == kVersion && header.sections == kSectionCount;
    if ((!first && !second) || header.zero != 0) {
        return damaged(path, "its format version is " + std::to_string(header.version) +
                                 ", this program reads versions 1 and " + std::to_string(kVersion));
    }
    if (header.file_size != bytes.size()) {
        return damaged(path, "it should have " + std::to_string(header.file_size) +
                                 " bytes but has " + std::to_string(bytes.size()));
    }
    hash.assign(header.hash.data(), header.hash.size());
    if (hash.find_first_not_of("0123456789abcdef") != std::string::npos) {
        return damaged(path, "its hash is not a SHA-256");
    }
    if (first) listing_size = kListingSizeInVersion1;
    return check_places(header.sections);
}

Status Snapshot::Mapping::check_places(std::uint32_t sections) {
    const auto start = contents_start(sections);
    if (bytes.size() < start) return damaged(path, "the file is too short");
    std::memcpy(places.data(), bytes.data() + sizeof(Header), sections * sizeof(Place));
    for (std::uint32_t i = 0; i < sections; ++i) {
        const auto& place = places[i];
        const auto record_size = i == kListings ? listing_size : kRecordSize[i];
        const bool starts_inside = place.offset >= start && place.offset <= bytes.size();
        if (!starts_inside || place.count > (bytes.size() - place.offset) / record_size) {
            return damaged(path, "section " + std::to_string(i) + " lies outside the file");
        }
    }
    const auto bits = bits_of_buckets(places[kBuckets].count);
    if (!bits) return damaged(path, "its index has no buckets");
    bucket_bits = *bits;
    return std::monostate{};
}

void Snapshot::Mapping::read_sources() {
    for (std::uint64_t i = 0; i < places[kSources].count; ++i) {
        const auto source = record<SourceRecord>(kSources, i);
        sources.push_back({std::string(text(source.source_id)), std::string(text(source.title)),
                           std::string(text(source.vintage)), source.listings});
    }
}

/// What version 2 added.
void Snapshot::Mapping::fill_people(Listing& listing, const ListingRecord& from) const {
    listing.weak_aliases = texts(from.weak_aliases);
    listing.former_names = texts(from.former_names);
    listing.birthplaces = texts(from.birthplaces);
    if (holds(kIdentifiers, from.identifiers)) {
        for (std::uint32_t i = 0; i < from.identifiers.count; ++i) {
            const auto one =
                record<IdentifierRecord>(kIdentifiers, std::uint64_t{from.identifiers.first} + i);
            listing.identifiers.push_back({std::string(text(one.label)),
                                           std::string(text(one.value)),
                                           std::string(text(one.country))});
        }
    }
    if (!holds(kBirths, from.born)) return;
    for (std::uint32_t i = 0; i < from.born.count; ++i) {
        const auto one = record<BirthRecord>(kBirths, std::uint64_t{from.born.first} + i);
        const auto first = date_of(one.first);
        const auto last = date_of(one.last);
        if (first && last) listing.born.push_back({*first, *last, one.about != 0});
    }
}

Snapshot::Snapshot(std::unique_ptr<Mapping> mapping) : mapping_(std::move(mapping)) {}
Snapshot::Snapshot(Snapshot&&) noexcept = default;
Snapshot& Snapshot::operator=(Snapshot&&) noexcept = default;
Snapshot::~Snapshot() = default;

Result<Snapshot> Snapshot::open(const std::string& path) {
    auto mapping = std::make_unique<Mapping>();
    mapping->path = path;
    auto file = MappedFile::open(path);
    if (!file) {
        Error error = file.error();
        error.remedy = "Import the lists again, or name the folder that holds the snapshot.";
        return error;
    }
    mapping->mapped = std::move(*file);
    mapping->bytes = mapping->mapped.bytes();
    TRY(mapping->check());
    mapping->read_sources();
    return Snapshot(std::move(mapping));
}

Result<Snapshot> Snapshot::from_bytes(std::string bytes) {
    auto mapping = std::make_unique<Mapping>();
    mapping->owned = std::move(bytes);
    mapping->bytes = mapping->owned;
    TRY(mapping->check());
    mapping->read_sources();
    return Snapshot(std::move(mapping));
}

std::uint32_t Snapshot::size() const {
    return static_cast<std::uint32_t>(mapping_->places[kListings].count);
}

const std::vector<SourceInfo>& Snapshot::sources() const {
    return mapping_->sources;
}
const std::string& Snapshot::hash() const {
    return mapping_->hash;
}
std::string_view Snapshot::bytes() const {
    return mapping_->bytes;
}

std::uint32_t Snapshot::source_of(std::uint32_t index) const {
    CHECK(index < size());
    return mapping_->listing_record(index).source_index;
}

Status Snapshot::verify() const {
    const auto found = sha256_hex(mapping_->bytes.substr(sizeof(Header)));
    if (found == mapping_->hash) return std::monostate{};
    return damaged(mapping_->path, "its contents have the hash " + found + ", not " + hash());
}

Listing Snapshot::listing(std::uint32_t index) const {
    CHECK(index < size());
    const Mapping& map = *mapping_;
    const auto record = map.listing_record(index);
    const auto text = [&](Text at) { return std::string(map.text(at)); };
    Listing listing;
    listing.id = text(record.id);
    listing.list = text(record.list);
    listing.name = text(record.name);
    listing.kind = text(record.kind);
    listing.requirement = text(record.requirement);
    listing.requirement_text = text(record.requirement_text);
    listing.review_policy = text(record.review_policy);
    listing.review_policy_text = text(record.review_policy_text);
    listing.citation = text(record.citation);
    listing.source = text(record.source);
    listing.note = text(record.note);
    listing.aliases = map.texts(record.aliases);
    listing.countries = map.texts(record.countries);
    listing.addresses = map.texts(record.addresses);
    listing.programmes = map.texts(record.programmes);
    listing.published = date_of(record.published);
    listing.effective = date_of(record.effective);
    listing.ended = date_of(record.ended);
    listing.effective_is_publication = record.effective_is_publication != 0;
    if (map.holds(kFootnotes, record.footnotes)) {
        for (std::uint32_t i = 0; i < record.footnotes.count; ++i) {
            const auto footnote =
                map.record<FootnoteRecord>(kFootnotes, std::uint64_t{record.footnotes.first} + i);
            listing.footnotes.push_back({text(footnote.number), date_of(footnote.from)});
        }
    }
    map.fill_people(listing, record);
    if (record.source_index < map.sources.size()) {
        const auto seen = Date::from_iso(map.sources[record.source_index].vintage);
        if (seen) listing.seen = *seen;
    }
    return listing;
}

bool Snapshot::may_have(std::string_view key) const {
    const auto hash_of_key = key_hash(key);
    const auto [first, last] = mapping_->bucket(hash_of_key);
    for (std::uint32_t i = first; i < last; ++i) {
        if (mapping_->record<IndexRecord>(kIndex, i).hash == hash_of_key) return true;
    }
    return false;
}

std::vector<Hit> Snapshot::look_up_key(std::string_view key) const {
    std::vector<Hit> hits;
    if (key.empty()) return hits;
    const Mapping& map = *mapping_;
    const auto hash_of_key = key_hash(key);
    const auto [first, last] = map.bucket(hash_of_key);
    for (std::uint32_t i = first; i < last; ++i) {
        const auto entry = map.record<IndexRecord>(kIndex, i);
        if (entry.hash != hash_of_key || map.text(entry.key) != key) continue;
        if (entry.listing >= size()) continue;
        const auto record = map.listing_record(entry.listing);
        Text name = record.name;
        if (entry.name > 0) {
            const Span aliases = record.aliases;
            if (entry.name > aliases.count || !map.holds(kTexts, aliases)) continue;
            name = map.record<Text>(kTexts, std::uint64_t{aliases.first} + entry.name - 1);
        }
        hits.push_back({entry.listing, std::string(map.text(name)), entry.name > 0});
    }
    return hits;
}

std::vector<Hit> Snapshot::look_up(std::string_view name) const {
    static thread_local KeyMaker maker;
    return look_up_key(maker.key(name));
}

}  // namespace cordon::lists
