// SPDX-License-Identifier: Apache-2.0
#include "items/vendor_class.h"

#include <gtest/gtest.h>

namespace cordon::items {
namespace {

TEST(VendorClass, ParagraphsOfTheAdvancedComputingEntriesAreThemselves) {
    EXPECT_EQ(vendor_class_of("3A090.a").word, "3A090.a");
    EXPECT_EQ(vendor_class_of("4a090.B").word, "4A090.b");
    EXPECT_EQ(vendor_class_of("3A090.c").word, "3A090.c");
    EXPECT_EQ(vendor_class_of("4A090").word, "");
    EXPECT_FALSE(vendor_class_of("4A090").note.empty());
}

TEST(VendorClass, TheZFamilyFollowsItsTable) {
    for (const char* a : {"3A001.z.4.a", "4A003.z.1.a", "4A004.z.1", "4A005.z.1", "5A002.z.5.a",
                          "5A004.z.2.a", "5A992.z.1", "5D002.z.9.a", "5D992.z.1"}) {
        EXPECT_EQ(vendor_class_of(a).word, "z_a") << a;
    }
    for (const char* b : {"3A001.z.1.b", "4A003.z.2.b", "4A004.z.2", "4A005.z.2", "5A002.z.1.b",
                          "5A004.z.1.b", "5A992.z.2", "5D002.z.1.b", "5D992.z.2"}) {
        EXPECT_EQ(vendor_class_of(b).word, "z_b") << b;
    }
}

TEST(VendorClass, AMissingLetterIsReadStrictlyAndSaidSo) {
    const VendorClass known = vendor_class_of("5A002.z.1");
    EXPECT_EQ(known.word, "z_a");
    EXPECT_FALSE(known.note.empty());
    EXPECT_EQ(vendor_class_of("5A992.z").word, "");
    EXPECT_EQ(vendor_class_of("4A003.z.7.a").word, "other");
}

TEST(VendorClass, OnlyEar99IsOffTheList) {
    EXPECT_EQ(vendor_class_of("EAR99").word, "EAR99");
    EXPECT_FALSE(vendor_class_of("ear99").on_ccl);
    for (const char* listed : {"3A991.p", "4A994.l", "5A992.c", "4E091", "5A002.a"}) {
        EXPECT_TRUE(vendor_class_of(listed).on_ccl) << listed;
    }
    EXPECT_EQ(vendor_class_of("3A991.p").word, "3A991");
    EXPECT_EQ(vendor_class_of("5A002.a").word, "other");
}

TEST(VendorClass, MunitionsEntriesAreAClassOfTheirOwn) {
    for (const char* munitions : {"3A611", "3a611.x", "9A610.x", "0A606.b"}) {
        EXPECT_EQ(vendor_class_of(munitions).word, "series_600") << munitions;
        EXPECT_TRUE(vendor_class_of(munitions).on_ccl) << munitions;
    }
    EXPECT_EQ(vendor_class_of("6A003").word, "other");
}

}  // namespace
}  // namespace cordon::items
