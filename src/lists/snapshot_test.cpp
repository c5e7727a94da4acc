// SPDX-License-Identifier: Apache-2.0
#include "lists/snapshot.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstring>
#include <filesystem>

#include "base/file.h"
#include "base/sha256.h"
#include "lists/import.h"
#include "lists/name_key.h"
#include "lists/reference/scan.h"
#include "lists/snapshot_format.h"

namespace cordon::lists {

static bool operator==(const Hit& a, const Hit& b) {
    return a.listing == b.listing && a.matched_name == b.matched_name && a.alias == b.alias;
}

namespace {

const std::string& starter_bytes() {
    static const std::string bytes = Snapshot::compile({MUST(starter_list())});
    return bytes;
}

Listing full_listing() {
    Listing listing;
    listing.id = "x:1";
    listing.list = "entity_list";
    listing.name = "Foo Electronics Co., Ltd.";
    listing.aliases = {"Fu Dianzi", "富电子有限公司", "FOO ELECTRONICS"};
    listing.countries = {"CN", "HK"};
    listing.addresses = {"1 Road, Beijing", "2 Road, Hong Kong"};
    listing.kind = "company";
    listing.published = MUST(Date::from_iso("2022-12-19"));
    listing.effective = MUST(Date::from_iso("2022-12-16"));
    listing.ended = MUST(Date::from_iso("2024-01-01"));
    listing.effective_is_publication = true;
    listing.footnotes = {{"1", {}}, {"4", MUST(Date::from_iso("2023-01-02"))}};
    listing.requirement = "all_ear";
    listing.requirement_text = "All items";
    listing.review_policy = "other";
    listing.review_policy_text = "See below";
    listing.programmes = {"SDGT"};
    listing.citation = "87 FR 77508";
    listing.source = "test";
    listing.note = "a note";
    listing.weak_aliases = {"Fu Dianzi"};
    listing.former_names = {"FOO ELECTRONICS"};
    listing.identifiers = {{"USCC", "91110000MA005UCQ5P", "CN"}, {"", "7", ""}};
    listing.born = {{MUST(Date::from_iso("1962-05-12")), MUST(Date::from_iso("1962-05-12")), false},
                    {MUST(Date::from_iso("1960-01-01")), MUST(Date::from_iso("1965-12-31")), true}};
    listing.birthplaces = {"Izna, Hebron"};
    return listing;
}

TEST(Snapshot, GivesBackEveryFieldOfAListing) {
    const auto given = full_listing();
    const auto bytes = Snapshot::compile({{"test", "Title", "2026-07-31", {given}}});
    const auto snapshot = MUST(Snapshot::from_bytes(bytes));
    ASSERT_EQ(snapshot.size(), 1U);
    const auto read = snapshot.listing(0);
    EXPECT_EQ(read.id, given.id);
    EXPECT_EQ(read.list, given.list);
    EXPECT_EQ(read.name, given.name);
    EXPECT_EQ(read.aliases, given.aliases);
    EXPECT_EQ(read.countries, given.countries);
    EXPECT_EQ(read.addresses, given.addresses);
    EXPECT_EQ(read.kind, given.kind);
    EXPECT_EQ(read.published, given.published);
    EXPECT_EQ(read.effective, given.effective);
    EXPECT_EQ(read.ended, given.ended);
    EXPECT_TRUE(read.effective_is_publication);
    ASSERT_EQ(read.footnotes.size(), 2U);
    EXPECT_FALSE(read.footnotes[0].from);
    EXPECT_EQ(read.footnotes[1].number, "4");
    EXPECT_EQ(read.footnotes[1].from, given.footnotes[1].from);
    EXPECT_EQ(read.requirement_text, given.requirement_text);
    EXPECT_EQ(read.review_policy_text, given.review_policy_text);
    EXPECT_EQ(read.programmes, given.programmes);
    EXPECT_EQ(read.citation, given.citation);
    EXPECT_EQ(read.source, given.source);
    EXPECT_EQ(read.note, given.note);
    EXPECT_EQ(read.weak_aliases, given.weak_aliases);
    EXPECT_EQ(read.former_names, given.former_names);
    EXPECT_EQ(read.identifiers, given.identifiers);
    EXPECT_EQ(read.born, given.born);
    EXPECT_EQ(read.birthplaces, given.birthplaces);
    EXPECT_EQ(read.seen->to_iso(), "2026-07-31");
    ASSERT_EQ(snapshot.sources().size(), 1U);
    EXPECT_EQ(snapshot.sources()[0].source_id, "test");
    EXPECT_EQ(snapshot.sources()[0].listings, 1U);
    EXPECT_EQ(snapshot.source_of(0), 0U);
}

/// The bytes that the first version of the format would have had for the same lists.
std::string as_version_1(const std::string& second) {
    using namespace format;
    Header header;
    std::array<Place, kSectionCount> places;
    std::memcpy(&header, second.data(), sizeof(header));
    std::memcpy(places.data(), second.data() + sizeof(header), sizeof(places));
    std::string bytes(contents_start(kSectionsInVersion1), '\0');
    for (std::uint32_t i = 0; i < kSectionsInVersion1; ++i) {
        auto section = second.substr(places[i].offset, places[i].count * kRecordSize[i]);
        if (i == kListings) {
            std::string cut;
            for (std::uint64_t n = 0; n < places[i].count; ++n) {
                cut += section.substr(n * sizeof(ListingRecord), kListingSizeInVersion1);
            }
            section = cut;
        }
        bytes.resize((bytes.size() + 7) / 8 * 8, '\0');
        places[i].offset = bytes.size();
        bytes += section;
    }
    std::memcpy(bytes.data() + sizeof(header), places.data(), kSectionsInVersion1 * sizeof(Place));
    header.version = 1;
    header.sections = kSectionsInVersion1;
    header.file_size = bytes.size();
    const auto hash = sha256_hex(std::string_view(bytes).substr(sizeof(header)));
    std::copy(hash.begin(), hash.end(), header.hash.begin());
    std::memcpy(bytes.data(), &header, sizeof(header));
    return bytes;
}

TEST(Snapshot, OfTheFirstVersionIsReadWithItsNewFieldsEmpty) {
    const auto bytes =
        as_version_1(Snapshot::compile({{"test", "Title", "2026-07-31", {full_listing()}}}));
    const auto snapshot = MUST(Snapshot::from_bytes(bytes));
    EXPECT_TRUE(snapshot.verify());
    ASSERT_EQ(snapshot.size(), 1U);
    EXPECT_EQ(snapshot.look_up("foo electronics").size(), 1U);
    const auto read = snapshot.listing(0);
    EXPECT_EQ(read.note, "a note");
    EXPECT_EQ(read.footnotes.size(), 2U);
    EXPECT_TRUE(read.identifiers.empty());
    EXPECT_TRUE(read.born.empty());
    EXPECT_TRUE(read.weak_aliases.empty());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(Snapshot::from_bytes(bytes.substr(0, size))) << size;
    }
}

TEST(Snapshot, OfAVersionToComeIsRefusedWithItsNumber) {
    auto bytes = starter_bytes();
    bytes[8] = 3;
    const auto refused = Snapshot::from_bytes(bytes);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().to_text().find("version is 3"), std::string::npos);
}

TEST(Snapshot, FindsAListingOnceByTheFirstNameThatFits) {
    const auto snapshot =
        MUST(Snapshot::from_bytes(Snapshot::compile({{"test", "", "", {full_listing()}}})));
    const auto hits = snapshot.look_up("foo electronics company limited");
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_EQ(hits[0].matched_name, "Foo Electronics Co., Ltd.");
    EXPECT_FALSE(hits[0].alias);
    const auto chinese = snapshot.look_up("富电子（有限公司）");
    ASSERT_EQ(chinese.size(), 1U);
    EXPECT_TRUE(chinese[0].alias);
    EXPECT_TRUE(snapshot.look_up("Foo Electronic").empty());
    EXPECT_TRUE(snapshot.look_up("").empty());
    EXPECT_TRUE(snapshot.may_have("foo electronics"));
    EXPECT_FALSE(snapshot.may_have("foo electronic"));
}

TEST(Snapshot, IsTheSameBytesForTheSameLists) {
    EXPECT_EQ(starter_bytes(), Snapshot::compile({MUST(starter_list())}));
    const auto snapshot = MUST(Snapshot::from_bytes(starter_bytes()));
    EXPECT_EQ(snapshot.hash(), sha256_hex(std::string_view(starter_bytes()).substr(96)));
    EXPECT_TRUE(snapshot.verify());
}

TEST(Snapshot, OfNoListsIsEmptyButWhole) {
    const auto snapshot = MUST(Snapshot::from_bytes(Snapshot::compile({})));
    EXPECT_EQ(snapshot.size(), 0U);
    EXPECT_TRUE(snapshot.look_up("anything").empty());
    EXPECT_TRUE(snapshot.verify());
}

TEST(Snapshot, OpensFromAFile) {
    const auto path = ::testing::TempDir() + "/cordon-open-test.cordon";
    ASSERT_TRUE(write_file_atomically(path, starter_bytes()));
    const auto snapshot = MUST(Snapshot::open(path));
    EXPECT_EQ(snapshot.size(), 500U);
    EXPECT_EQ(snapshot.look_up("宁畅").size(), 1U);
    EXPECT_TRUE(snapshot.verify());
    std::filesystem::remove(path);
}

TEST(Snapshot, AMissingAnEmptyAndAForeignFileAreRefusedInWords) {
    EXPECT_FALSE(Snapshot::open("/nonexistent/snapshot.cordon"));
    const auto path = ::testing::TempDir() + "/cordon-foreign-test.cordon";
    ASSERT_TRUE(write_file_atomically(path, ""));
    EXPECT_FALSE(Snapshot::open(path));
    ASSERT_TRUE(write_file_atomically(path, std::string(500, 'x')));
    const auto foreign = Snapshot::open(path);
    ASSERT_FALSE(foreign);
    EXPECT_NE(foreign.error().to_text().find("CORDLIST"), std::string::npos);
    EXPECT_NE(foreign.error().to_text().find(path), std::string::npos);
    std::filesystem::remove(path);
}

TEST(Snapshot, ACutOffFileIsRefusedAtAnyLength) {
    const auto bytes = Snapshot::compile({{"test", "", "", {full_listing()}}});
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_FALSE(Snapshot::from_bytes(bytes.substr(0, size))) << size;
    }
}

/// Follows every reference a reader can follow.
void read_all(const Snapshot& snapshot) {
    for (std::uint32_t i = 0; i < snapshot.size(); ++i) {
        const auto listing = snapshot.listing(i);
        (void)snapshot.look_up(listing.name);
        (void)snapshot.source_of(i);
    }
}

TEST(Snapshot, AnyChangedByteIsRefusedOrFoundByVerify) {
    const auto whole = Snapshot::compile({{"test", "Title", "2026-07-31", {full_listing()}}});
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char change : {'\x01', '\x80', '\xFF'}) {
            auto bytes = whole;
            bytes[at] = static_cast<char>(bytes[at] ^ change);
            const auto snapshot = Snapshot::from_bytes(bytes);
            if (!snapshot) continue;
            EXPECT_FALSE(snapshot->verify()) << at;
            read_all(*snapshot);
        }
    }
}

RC_GTEST_PROP(SnapshotProperty, AnyBytesAreRefusedOrReadWithoutHarm, (std::string tail)) {
    auto bytes = Snapshot::compile({{"t", "", "", {full_listing()}}});
    const auto at = *rc::gen::inRange<std::size_t>(96, bytes.size());
    for (std::size_t i = 0; i < tail.size() && at + i < bytes.size(); ++i) bytes[at + i] = tail[i];
    const auto snapshot = Snapshot::from_bytes(bytes);
    if (snapshot) read_all(*snapshot);
}

TEST(Snapshot, LooksUpWhatTheSlowTwinFindsForEveryNameOfTheStarterList) {
    const auto snapshot = MUST(Snapshot::from_bytes(starter_bytes()));
    const auto list = MUST(starter_list());
    for (std::size_t i = 0; i < list.listings.size(); i += 7) {
        for (const auto& name : {list.listings[i].name, list.listings[i].name + " x"}) {
            const auto hits = snapshot.look_up(name);
            EXPECT_EQ(hits, reference::look_up(snapshot, name)) << name;
            EXPECT_EQ(hits.empty(), !snapshot.may_have(name_key(name))) << name;
        }
    }
}

RC_GTEST_PROP(SnapshotProperty, LooksUpWhatTheSlowTwinFinds, ()) {
    // Few letters, so that keys meet.
    const auto name = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab .中")));
    ListFile file{"t", "", "", {}};
    const auto names_of_one = rc::gen::container<std::vector<std::string>>(name);
    const auto lists = *rc::gen::scale(
        0.15, rc::gen::container<std::vector<std::vector<std::string>>>(names_of_one));
    for (const auto& names : lists) {
        Listing listing;
        listing.list = "other";
        if (!names.empty()) {
            listing.name = names.front();
            listing.aliases.assign(names.begin() + 1, names.end());
        }
        file.listings.push_back(listing);
    }
    const auto snapshot = MUST(Snapshot::from_bytes(Snapshot::compile({file})));
    const auto wanted = *name;
    RC_ASSERT(snapshot.look_up(wanted) == reference::look_up(snapshot, wanted));
    for (std::size_t i = 0; i < file.listings.size(); i += 1 + file.listings.size() / 4) {
        const auto& listing = file.listings[i];
        RC_ASSERT(snapshot.look_up(listing.name) == reference::look_up(snapshot, listing.name));
    }
}

}  // namespace
}  // namespace cordon::lists
