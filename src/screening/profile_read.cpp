// SPDX-License-Identifier: Apache-2.0
// Reading a profile: every key known, every key there, every value within its bounds. The same
// tables of keys say what is hashed, so nothing that changes a score can be left out of the hash.
#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/json.h"
#include "base/sha256.h"
#include "base/text.h"
#include "lists/toml_json.h"
#include "screening/profile.h"

namespace cordon::screening {

namespace {

using names::Role;

constexpr std::uint16_t kFactorMax = 1000;
constexpr std::uint16_t kRawMax = 10000;
constexpr std::uint16_t kLossMax = 5000;
/// 48 tokens of this weight are still a 16-bit number: what a span may weigh.
constexpr std::uint16_t kWeightMax = 1365;
static_assert(names::kTokensMax * kWeightMax <= 65535);
const std::string kWeightsPath = "catalogue/profiles/weights.toml";

template <class Table>
struct Field {
    std::string_view key;
    std::uint16_t Table::* member;
};

constexpr std::array<Field<Bridges>, 8> kBridges = {{
    {"reading", &Bridges::reading},
    {"homophone", &Bridges::homophone},
    {"translation", &Bridges::translation},
    {"concept", &Bridges::concept_equal},
    {"sound", &Bridges::sound},
    {"initialism", &Bridges::initialism},
    {"initial", &Bridges::initial},
    {"glued", &Bridges::glued},
}};
constexpr std::array<Field<Penalties>, 3> kPenaltyKeys = {{
    {"derived", &Penalties::derived},
    {"disorder", &Penalties::disorder},
    {"brand_disorder", &Penalties::brand_disorder},
}};
constexpr std::array<std::string_view, names::kRoleCount> kRoles = {
    "brand", "place", "industry", "organisation", "qualifier", "legal_form", "number"};

struct Range {
    std::uint16_t least = 0, most = 0;
};

/// A table of the file, with its path for errors.
class Table {
public:
    Table(const Json& json, std::string path, std::string field)
        : json_(json), path_(std::move(path)), field_(std::move(field)) {}

    [[nodiscard]] Error wrong(const Json& where, const std::string& key, std::string message,
                              std::string expected) const {
        const std::string field = field_.empty() || key.empty() ? field_ + key : field_ + "." + key;
        return {std::move(message),
                std::move(expected),
                "See docs/reference/scoring.md.",
                {path_, where.line, where.column, field},
                {}};
    }
    [[nodiscard]] Status only(const std::vector<std::string>& keys) const {
        for (const auto& [key, value] : json_.members) {
            if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
            return wrong(value, key, "Nobody reads \"" + key + "\" here.", list_of(keys));
        }
        return std::monostate{};
    }
    [[nodiscard]] Result<Json> member(const std::string& key, Json::Kind kind,
                                      std::string expected) const {
        const Json* found = json_.find(key);
        if (found == nullptr) return wrong(json_, key, "This is missing.", std::move(expected));
        if (found->kind != kind) {
            return wrong(*found, key, "This is of another kind.", std::move(expected));
        }
        return *found;
    }
    [[nodiscard]] Result<Table> table(const std::string& key) const;
    [[nodiscard]] Result<std::uint16_t> whole(const Json& number, const std::string& key,
                                              Range range) const {
        const std::string expected = "a whole number from " + std::to_string(range.least) + " to " +
                                     std::to_string(range.most);
        std::uint16_t value = 0;
        const char* end = number.text.data() + number.text.size();
        const auto read = std::from_chars(number.text.data(), end, value);
        const bool fits = number.kind == Json::Kind::Number && read.ec == std::errc() &&
                          read.ptr == end && value >= range.least && value <= range.most;
        if (!fits) return wrong(number, key, "This value cannot be used.", expected);
        return value;
    }
    [[nodiscard]] Result<std::uint16_t> whole(const std::string& key, Range range) const {
        const Json number = TRY(member(key, Json::Kind::Number, "a whole number"));
        return whole(number, key, range);
    }

private:
    Json json_;
    std::string path_, field_;
};

Result<Table> Table::table(const std::string& key) const {
    Json found = TRY(member(key, Json::Kind::Object, "a table"));
    return Table(found, path_, field_.empty() ? key : field_ + "." + key);
}

Result<Table> opened(std::string_view text, const std::string& path) {
    auto json = lists::json_of_toml(text, path);
    if (!json) {
        Error error = std::move(json).error();
        error.expected = "a profile in TOML: texts, whole numbers, lists and tables";
        error.remedy = "See docs/reference/scoring.md.";
        return error;
    }
    return Table(*json, path, "");
}

Result<std::array<std::uint16_t, kRoleCount>> read_roles(const Table& table, Range range) {
    TRY(table.only({kRoles.begin(), kRoles.end()}));
    std::array<std::uint16_t, kRoleCount> values{};
    for (std::size_t role = 0; role < kRoleCount; ++role) {
        values[role] = TRY(table.whole(std::string(kRoles[role]), range));
    }
    return values;
}

Result<Weights> read_weights(const Table& table) {
    TRY(table.only({"word", "letter", "token_max", "known", "brandless"}));
    Weights weights;
    weights.word = TRY(table.whole("word", {0, kWeightMax}));
    weights.letter = TRY(table.whole("letter", {1, kWeightMax}));
    weights.token_max = TRY(table.whole("token_max", {1, kWeightMax}));
    const Table known = TRY(table.table("known"));
    weights.known = TRY(read_roles(known, {1, kWeightMax}));
    const Table brandless = TRY(table.table("brandless"));
    weights.brandless = TRY(read_roles(brandless, {1, kWeightMax}));
    return weights;
}

template <class Values, std::size_t kCount>
Status read_factors(const Table& table, const std::array<Field<Values>, kCount>& fields,
                    Values& values) {
    for (const auto& field : fields) {
        values.*field.member = TRY(table.whole(std::string(field.key), {0, kFactorMax}));
    }
    return std::monostate{};
}

template <class Values, std::size_t kCount>
std::vector<std::string> keys_and(const std::array<Field<Values>, kCount>& fields,
                                  std::vector<std::string> others) {
    for (const auto& field : fields) others.emplace_back(field.key);
    return others;
}

Result<Bridges> read_bridges(const Table& table) {
    TRY(table.only(keys_and(kBridges, {"spelling_loss"})));
    Bridges bridges;
    TRY(read_factors(table, kBridges, bridges));
    bridges.spelling_loss = TRY(table.whole("spelling_loss", {0, kLossMax}));
    return bridges;
}

Result<Penalties> read_penalties(const Table& table) {
    TRY(table.only(keys_and(kPenaltyKeys, {"conflict", "alone", "brandless_alone"})));
    Penalties penalties;
    TRY(read_factors(table, kPenaltyKeys, penalties));
    const Table conflict = TRY(table.table("conflict"));
    penalties.conflict = TRY(read_roles(conflict, {0, kFactorMax}));
    const Table alone = TRY(table.table("alone"));
    penalties.alone = TRY(read_roles(alone, {0, kFactorMax}));
    const Table brandless = TRY(table.table("brandless_alone"));
    penalties.brandless_alone = TRY(read_roles(brandless, {0, kFactorMax}));
    for (std::size_t role = 1; role < kRoleCount; ++role) {  // brands: both apply
        const auto most = std::min(penalties.alone[role], penalties.brandless_alone[role]);
        const std::string key(kRoles[role]);
        // A milder conflict would let one stranger more raise a score.
        penalties.conflict[role] = TRY(conflict.whole(key, {0, most}));
    }
    return penalties;
}

Result<CalibrationPoint> read_point(const Table& file, const Json& pair) {
    if (pair.kind != Json::Kind::Array || pair.items.size() != 2) {
        return file.wrong(pair, "calibration", "This is no point.", "[raw, shown]");
    }
    CalibrationPoint point;
    point.raw = TRY(file.whole(pair.items[0], "calibration", {0, kRawMax}));
    point.shown = TRY(file.whole(pair.items[1], "calibration", {0, kFactorMax}));
    return point;
}

Result<std::vector<CalibrationPoint>> read_calibration(const Table& file) {
    const Json pairs = TRY(file.member("calibration", Json::Kind::Array, "a list of points"));
    std::vector<CalibrationPoint> points;
    for (const auto& pair : pairs.items) {
        const CalibrationPoint point = TRY(read_point(file, pair));
        const bool rises =
            points.empty() || (point.raw > points.back().raw && point.shown >= points.back().shown);
        if (!rises) {
            return file.wrong(pair, "calibration", "The calibration steps down here.",
                              "raw larger than in the point before, shown not smaller");
        }
        points.push_back(point);
    }
    const bool whole =
        points.size() >= 2 && points.front().raw == 0 && points.back().raw == kRawMax;
    if (!whole) {
        return file.wrong(pairs, "calibration", "The calibration leaves scores out.",
                          "points from raw 0 to raw 10000");
    }
    return points;
}

std::string hashed_text(const std::string& table,
                        const std::array<std::uint16_t, kRoleCount>& values) {
    std::string text;
    for (std::size_t role = 0; role < kRoleCount; ++role) {
        text += table + "." + std::string(kRoles[role]) + "=" + std::to_string(values[role]) + "\n";
    }
    return text;
}

std::string hashed_text(const Weights& weights) {
    return "word=" + std::to_string(weights.word) + "\nletter=" + std::to_string(weights.letter) +
           "\ntoken_max=" + std::to_string(weights.token_max) + "\n" +
           hashed_text("known", weights.known) + hashed_text("brandless", weights.brandless);
}

template <class Values, std::size_t kCount>
std::string hashed_text(const Values& values, const std::array<Field<Values>, kCount>& fields) {
    std::string text;
    for (const auto& field : fields) {
        text += std::string(field.key) + "=" + std::to_string(values.*field.member) + "\n";
    }
    return text;
}

std::string hash_of(const Profile& profile) {
    std::string text = "name=" + profile.name + "\n" + hashed_text(profile.weights) +
                       hashed_text(profile.bridges, kBridges) +
                       "spelling_loss=" + std::to_string(profile.bridges.spelling_loss) + "\n" +
                       hashed_text(profile.penalties, kPenaltyKeys) +
                       hashed_text("conflict", profile.penalties.conflict) +
                       hashed_text("alone", profile.penalties.alone) +
                       hashed_text("brandless_alone", profile.penalties.brandless_alone);
    for (const auto& point : profile.calibration) {
        text +=
            "calibration=" + std::to_string(point.raw) + "," + std::to_string(point.shown) + "\n";
    }
    text += "possible=" + std::to_string(profile.possible) +
            "\nprobable=" + std::to_string(profile.probable) + "\n";
    return sha256_hex(text);
}

}  // namespace

std::string Weights::hash() const {
    return sha256_hex(hashed_text(*this));
}

Result<Profile> read_profile(std::string_view weights_toml, std::string_view profile_toml,
                             const std::string& path) {
    const Table shared = TRY(opened(weights_toml, kWeightsPath));
    TRY(shared.only({"calibration", "weights", "bridges", "penalties"}));
    Profile profile;
    const Table weights = TRY(shared.table("weights"));
    const Table bridges = TRY(shared.table("bridges"));
    const Table penalties = TRY(shared.table("penalties"));
    profile.weights = TRY(read_weights(weights));
    profile.bridges = TRY(read_bridges(bridges));
    profile.penalties = TRY(read_penalties(penalties));
    profile.calibration = TRY(read_calibration(shared));

    const Table own = TRY(opened(profile_toml, path));
    TRY(own.only({"name", "possible", "probable"}));
    const Json name = TRY(own.member("name", Json::Kind::Text, "a text"));
    if (name.text.empty()) return own.wrong(name, "name", "A profile needs a name.", "a text");
    profile.name = name.text;
    profile.possible = TRY(own.whole("possible", {1, kFactorMax}));
    profile.probable = TRY(own.whole("probable", {profile.possible, kFactorMax}));
    profile.hash = hash_of(profile);
    return profile;
}

}  // namespace cordon::screening
