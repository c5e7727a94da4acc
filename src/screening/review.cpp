// SPDX-License-Identifier: Apache-2.0
// The file of decisions is evidence: it is read strictly, a line that says less or more than a
// decision is refused with its place, and it is only ever added to. Two processes that add at once
// take turns by a lock on the file.
#include "screening/review.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/json.h"
#include "base/sha256.h"
#include "base/text.h"
#include "names/fold.h"
#include "screening/matcher.h"

namespace cordon::screening {

namespace {

Json sorted_texts(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    Json array = Json::array();
    for (const auto& text : texts) array.push(Json::of_text(text));
    return array;
}

Json day_or_null(const std::optional<Date>& day) {
    return day ? Json::of_text(day->to_iso()) : Json();
}

Json footnotes_of(const lists::Listing& listing) {
    std::vector<std::string> texts;
    for (const auto& footnote : listing.footnotes) {
        texts.push_back(footnote.number + "@" + (footnote.from ? footnote.from->to_iso() : ""));
    }
    return sorted_texts(std::move(texts));
}

Json identifiers_of(const lists::Listing& listing) {
    std::vector<std::string> texts;
    for (const auto& id : listing.identifiers) {
        texts.push_back(id.country + "\t" + id.label + "\t" + id.value);
    }
    return sorted_texts(std::move(texts));
}

Json births_of(const lists::Listing& listing) {
    std::vector<std::string> texts;
    for (const auto& born : listing.born) {
        texts.push_back(born.first.to_iso() + "/" + born.last.to_iso() +
                        (born.about ? " about" : ""));
    }
    return sorted_texts(std::move(texts));
}

bool is_hash(std::string_view text) {
    return text.size() == 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// One line of the file.
class LineReader {
public:
    LineReader(const Json& line, const std::string& path) : line_(line), path_(path) {}

    Result<Review> review() {
        if (line_.kind != Json::Kind::Object) {
            return wrong(line_, "", "This line is no decision.", "an object");
        }
        Review out;
        out.party = TRY(hash("party"));
        out.party_name = TRY(text("party_name"));
        out.listing = TRY(text("listing"));
        out.listing_hash = TRY(hash("listing_hash"));
        out.same = TRY(decision());
        out.reason = TRY(text("reason"));
        out.by = TRY(text("by"));
        out.on = TRY(day("on"));
        if (const Json* until = line_.find("until"); until != nullptr && !until->is_null()) {
            out.until = TRY(day("until"));
            if (*out.until < out.on) {
                return wrong(*until, "until", "The decision ends before it was made.",
                             "a day from " + out.on.to_iso() + " on");
            }
        }
        for (const auto& [key, value] : line_.members) {
            if (std::find(kFields.begin(), kFields.end(), key) != kFields.end()) continue;
            const std::vector<std::string> fields(kFields.begin(), kFields.end());
            return wrong(value, key, "A decision has no field \"" + key + "\".", list_of(fields));
        }
        return out;
    }

private:
    static constexpr std::array<std::string_view, 9> kFields = {
        "party",  "party_name", "listing", "listing_hash", "decision",
        "reason", "by",         "on",      "until"};

    [[nodiscard]] Error wrong(const Json& value, std::string_view field, std::string message,
                              std::string expected) const {
        const Json& at = value.line > 0 ? value : line_;
        return {std::move(message),
                std::move(expected),
                "Correct the line, or take it out and decide the pair again.",
                {path_, at.line, at.column, std::string(field)},
                {}};
    }
    Result<std::string> text(const std::string& field) const {
        const Json* value = line_.find(field);
        if (value == nullptr) {
            return wrong(line_, field, "The field \"" + field + "\" is missing.", "a text");
        }
        if (value->kind != Json::Kind::Text || trimmed(value->text).empty()) {
            return wrong(*value, field, "This is no text, or an empty one.", "a text");
        }
        return value->text;
    }
    Result<std::string> hash(const std::string& field) const {
        auto value = TRY(text(field));
        if (!is_hash(value)) {
            return wrong(*line_.find(field), field, "\"" + value + "\" is no hash.",
                         "64 digits 0-9 a-f, as cordon writes them");
        }
        return value;
    }
    Result<bool> decision() const {
        const auto value = TRY(text("decision"));
        if (value == "same") return true;
        if (value == "different") return false;
        return wrong(*line_.find("decision"), "decision", "\"" + value + "\" is no decision.",
                     "same or different");
    }
    Result<Date> day(const std::string& field) const {
        const auto value = TRY(text(field));
        const Json& at = *line_.find(field);
        auto date = Date::from_iso(value);
        if (!date) return date.error().at({path_, at.line, at.column, field});
        return *date;
    }

    const Json& line_;
    const std::string& path_;
};

Json json_of(const Review& review) {
    Json line = Json::object();
    line.add("party", Json::of_text(review.party));
    line.add("party_name", Json::of_text(review.party_name));
    line.add("listing", Json::of_text(review.listing));
    line.add("listing_hash", Json::of_text(review.listing_hash));
    line.add("decision", Json::of_text(review.same ? "same" : "different"));
    line.add("reason", Json::of_text(review.reason));
    line.add("by", Json::of_text(review.by));
    line.add("on", Json::of_text(review.on.to_iso()));
    if (review.until) line.add("until", Json::of_text(review.until->to_iso()));
    return line;
}

/// An open file, locked against other writers while it lives.
class Appended {
public:
    explicit Appended(const std::string& path)
        : fd_(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644)) {
        ready_ = fd_ >= 0 && flock(fd_, LOCK_EX) == 0;
    }
    Appended(const Appended&) = delete;
    Appended& operator=(const Appended&) = delete;
    ~Appended() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] bool ready() const { return ready_; }
    /// Does the last line lack its end?
    [[nodiscard]] bool broken_off() const {
        const off_t size = lseek(fd_, 0, SEEK_END);
        char last = '\n';
        return size > 0 && (pread(fd_, &last, 1, size - 1) != 1 || last != '\n');
    }
    [[nodiscard]] bool add(std::string_view bytes) const {
        while (!bytes.empty()) {
            const auto wrote = ::write(fd_, bytes.data(), bytes.size());
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(wrote));
        }
        return fsync(fd_) == 0;
    }

private:
    int fd_;
    bool ready_ = false;
};

Error cannot(const std::string& path, std::string message, std::string remedy) {
    return {std::move(message), "", std::move(remedy), {path, 0, 0, ""}, {}};
}

}  // namespace

std::string party_key(const PartyQuery& party) {
    std::vector<std::string> folded;
    for (const auto& name : party.names) folded.push_back(names::folded(name));
    Json key = Json::object();
    key.add("names", sorted_texts(std::move(folded)));
    key.add("countries", sorted_texts(party.countries));
    return sha256_hex(write_json(key));
}

// Left out: `seen`, `source` and `note`, which tell of the copy and not of the entry.
std::string entry_hash(const lists::Listing& listing) {
    Json entry = Json::object();
    for (const auto& [field, text] :
         {std::pair<std::string_view, const std::string&>{"id", listing.id},
          {"list", listing.list},
          {"name", listing.name},
          {"kind", listing.kind},
          {"requirement", listing.requirement},
          {"requirement_text", listing.requirement_text},
          {"review_policy", listing.review_policy},
          {"review_policy_text", listing.review_policy_text},
          {"citation", listing.citation}}) {
        entry.add(field, Json::of_text(text));
    }
    for (const auto& [field, texts] :
         {std::pair<std::string_view, const std::vector<std::string>&>{"aliases", listing.aliases},
          {"countries", listing.countries},
          {"addresses", listing.addresses},
          {"programmes", listing.programmes},
          {"weak_aliases", listing.weak_aliases},
          {"former_names", listing.former_names},
          {"birthplaces", listing.birthplaces}}) {
        entry.add(field, sorted_texts(texts));
    }
    entry.add("published", day_or_null(listing.published));
    entry.add("effective", day_or_null(listing.effective));
    entry.add("ended", day_or_null(listing.ended));
    entry.add("effective_is_publication", Json::of_bool(listing.effective_is_publication));
    entry.add("footnotes", footnotes_of(listing));
    entry.add("identifiers", identifiers_of(listing));
    entry.add("born", births_of(listing));
    return sha256_hex(write_json(entry));
}

void Reviews::add(Review review) {
    hashes_.push_back(sha256_hex(hash() + write_json(json_of(review))));
    of_party_[review.party].push_back(all_.size());
    all_.push_back(std::move(review));
}

std::string Reviews::hash(std::size_t first) const {
    if (first == kAll) first = hashes_.size();
    return first == 0 || first > hashes_.size() ? "" : hashes_[first - 1];
}

Result<Reviews> Reviews::read(const std::string& path) {
    Reviews out;
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return out;
    const auto text = TRY(read_file(path));
    std::string_view rest = text;
    for (std::uint32_t number = 1; !rest.empty(); ++number) {
        const auto end = rest.find('\n');
        const auto line = rest.substr(0, end);
        if (!trimmed(line).empty()) {
            const auto json = TRY(parse_json(line, {path, number}));
            out.add(TRY(LineReader(json, path).review()));
        }
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return out;
}

Status Reviews::append(const std::string& path, const Review& review) {
    const auto line = write_json(json_of(review));
    // What could not be read back is not written.
    const auto json = TRY(parse_json(line, {path, 0}));
    if (auto whole = LineReader(json, path).review(); !whole) return whole.error();
    const Appended file(path);
    if (!file.ready()) {
        return cannot(path, "The file of decisions cannot be opened for writing.",
                      "Check the folder and its permissions.");
    }
    if (file.broken_off()) {
        return cannot(path, "The last line of the file of decisions is broken off.",
                      "Look at its end, complete the line or take it out, then decide again.");
    }
    if (!file.add(line + "\n")) {
        return cannot(path, "The decision could not be written.", "Check the space on the disk.");
    }
    return std::monostate{};
}

const Review* Reviews::last_on(const std::string& party, const std::string& listing,
                               const AsOf& as_of) const {
    const auto of_it = of_party_.find(party);
    if (of_it == of_party_.end()) return nullptr;
    const Review* last = nullptr;
    for (const auto at : of_it->second) {
        const Review& review = all_[at];
        if (at >= as_of.first || review.listing != listing || as_of.made_by < review.on) continue;
        if (last == nullptr || !(review.on < last->on)) last = &review;
    }
    return last;
}

std::vector<std::string> Reviews::decided_same(const std::string& party, const AsOf& as_of) const {
    std::vector<std::string> listings;
    const auto of_it = of_party_.find(party);
    if (of_it == of_party_.end()) return listings;
    for (const auto at : of_it->second) {
        if (last_on(party, all_[at].listing, as_of) == &all_[at] && all_[at].same) {
            listings.push_back(all_[at].listing);
        }
    }
    return listings;
}

Reviews::Found Reviews::find(const std::string& party, const lists::Listing& listing,
                             const AsOf& as_of) const {
    const Review* last = last_on(party, listing.id, as_of);
    if (last == nullptr) return {};
    if ((last->until && *last->until < as_of.used_on) ||
        last->listing_hash != entry_hash(listing)) {
        return {State::Lapsed, last};
    }
    return {last->same ? State::Same : State::Different, last};
}

}  // namespace cordon::screening
