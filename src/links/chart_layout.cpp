// SPDX-License-Identifier: Apache-2.0
// Across: every vertex wants to stand at the mean of its neighbours; in each row the wishes are
// granted as far as the distances and the longest row allow, once from the left and once from the
// right, and the mean of both keeps every distance. Down: a row is as high as its highest box, the
// gap under it as the labels there.
#include "links/chart_layout.h"

#include <algorithm>

#include "links/chart_rows.h"

namespace cordon::links {

namespace {

constexpr int kChannelWidth = 8;
constexpr int kBoxGap = 16;
constexpr int kArrow = 10;  ///< room over the labels for arrows that arrive from below
constexpr int kPasses = 24;

class Layout {
public:
    Layout(const Chart& chart, const ChartHeights& heights)
        : chart_(chart), heights_(heights), rows_(chart_rows(chart)) {}

    ChartLayout make() {
        across();
        hang_lines();
        down();
        for (std::uint32_t i = 0; i < chart_.lines.size(); ++i) out_.lines.push_back(route(i));
        return std::move(out_);
    }

private:
    [[nodiscard]] int width(std::uint32_t vertex) const {
        return rows_.vertices[vertex].channel ? kChannelWidth : kBoxWidth;
    }
    /// Least distance of the middles of two neighbours.
    [[nodiscard]] int apart(std::uint32_t left, std::uint32_t right) const {
        return (width(left) + width(right)) / 2 + kBoxGap;
    }

    void across() {
        middle_.assign(rows_.vertices.size(), 0);
        for (const auto& row : rows_.rows) {
            int length = 0;
            for (std::size_t i = 1; i < row.size(); ++i) length += apart(row[i - 1], row[i]);
            widest_ = std::max(widest_, length);
            int x = -length / 2;
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (i > 0) x += apart(row[i - 1], row[i]);
                middle_[row[i]] = x;
            }
        }
        for (int pass = 0; pass < kPasses; ++pass) {
            if (pass % 2 == 0) {
                std::for_each(rows_.rows.begin(), rows_.rows.end(),
                              [&](const auto& row) { settle(row); });
            } else {
                std::for_each(rows_.rows.rbegin(), rows_.rows.rend(),
                              [&](const auto& row) { settle(row); });
            }
        }
        int left = middle_[0], right = middle_[0];
        for (std::uint32_t v = 0; v < middle_.size(); ++v) {
            left = std::min(left, middle_[v] - width(v) / 2);
            right = std::max(right, middle_[v] + width(v) / 2);
        }
        for (auto& x : middle_) x -= left;
        out_.width = right - left;
    }

    void settle(const std::vector<std::uint32_t>& row) {
        std::vector<int> wishes, from_right(row.size());
        int before = -widest_ / 2, behind = widest_ / 2;
        for (std::size_t i = 1; i < row.size(); ++i) behind -= apart(row[i - 1], row[i]);
        for (std::size_t i = 0; i < row.size(); ++i) {
            const int step = i > 0 ? apart(row[i - 1], row[i]) : 0;
            before += step;
            behind += step;
            wishes.push_back(std::clamp(wish(row[i]), before, std::max(before, behind)));
        }
        auto from_left = wishes;
        for (std::size_t i = 1; i < row.size(); ++i) {
            from_left[i] = std::max(wishes[i], from_left[i - 1] + apart(row[i - 1], row[i]));
        }
        for (std::size_t i = row.size(); i-- > 0;) {
            from_right[i] = wishes[i];
            if (i + 1 == row.size()) continue;
            from_right[i] = std::min(wishes[i], from_right[i + 1] - apart(row[i], row[i + 1]));
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            middle_[row[i]] = half(from_left[i] + from_right[i]);
        }
    }

    /// Rounded down for every sign: two sums an even distance apart keep half of it.
    static int half(int sum) { return sum >= 0 ? sum / 2 : -((1 - sum) / 2); }

    [[nodiscard]] int wish(std::uint32_t vertex) const {
        const auto& of = rows_.vertices[vertex];
        int sum = 0, count = 0;
        for (const auto* neighbours : {&of.below, &of.above}) {
            for (const auto other : *neighbours) {
                sum += middle_[other];
                ++count;
            }
        }
        return count == 0 ? middle_[vertex] : sum / count;
    }

    /// Every line has its label at the lower edge of its upper box, from left to right: of the
    /// holder, or of the company where the line leads up.
    void hang_lines() {
        hooks_.resize(chart_.boxes.size());
        for (std::uint32_t i = 0; i < chart_.lines.size(); ++i) {
            const auto& way = rows_.ways[i];
            const bool down = row_of(way.front()) > row_of(way.back());
            hooks_[down ? way.front() : way.back()].push_back(
                {i, down ? way[1] : way[way.size() - 2]});
        }
        for (auto& hooks : hooks_) {
            std::stable_sort(hooks.begin(), hooks.end(), [&](const Hook& a, const Hook& b) {
                return middle_[a.towards] < middle_[b.towards];
            });
        }
    }

    void down() {
        label_top_.assign(rows_.rows.size(), 0);
        std::vector<int> high(rows_.rows.size(), 0), levels(rows_.rows.size(), 0);
        for (std::uint32_t i = 0; i < chart_.boxes.size(); ++i) {
            const auto row = row_of(i);
            high[row] = std::max(high[row], heights_.boxes[i]);
            levels[row] = std::max(levels[row], static_cast<int>(hooks_[i].size()));
            for (const auto& hook : hooks_[i]) {
                if (chart_.lines[hook.line].company == i) label_top_[row] = kArrow;
            }
        }
        top_.resize(rows_.rows.size());
        bottom_.resize(rows_.rows.size());
        label_end_.resize(rows_.rows.size());
        int y = 0;
        for (std::size_t row = rows_.rows.size(); row-- > 0;) {
            top_[row] = y;
            bottom_[row] = y + high[row];
            label_top_[row] += bottom_[row];
            label_end_[row] = label_top_[row] + levels[row] * heights_.label;
            y = label_end_[row] + (row > 0 ? kCurve : 0);
        }
        out_.height = y;
        for (std::uint32_t i = 0; i < chart_.boxes.size(); ++i) {
            const auto row = row_of(i);
            // Boxes of a row stand on one line: lines and labels hang from there.
            out_.boxes.push_back({middle_[i] - kBoxWidth / 2, bottom_[row] - heights_.boxes[i],
                                  heights_.boxes[i], row});
        }
    }

    [[nodiscard]] std::uint32_t row_of(std::uint32_t box) const { return rows_.vertices[box].row; }
    /// Under the lower edge of a box, then to where the labels of the row end.
    void hang(Route& route, std::uint32_t box, std::uint32_t line) const {
        const auto& hooks = hooks_[box];
        const auto at = std::find_if(hooks.begin(), hooks.end(),
                                     [&](const Hook& hook) { return hook.line == line; });
        const auto place = static_cast<int>(at - hooks.begin());
        const auto count = static_cast<int>(hooks.size());
        const int x = middle_[box] - kBoxWidth / 2 + kBoxWidth * (place + 1) / (count + 1);
        const auto row = row_of(box);
        route.points.push_back({x, bottom_[row]});
        route.points.push_back({x, label_end_[row]});
        route.label = {x, label_top_[row] + place * heights_.label};
    }

    [[nodiscard]] Route route(std::uint32_t number) const {
        const auto& line = chart_.lines[number];
        const auto from = row_of(line.holder), to = row_of(line.company);
        Route out;
        const auto upper = from > to ? line.holder : line.company;
        const auto lower = from > to ? line.company : line.holder;
        hang(out, upper, number);
        auto way = rows_.ways[number];
        if (from < to) std::reverse(way.begin(), way.end());
        for (std::size_t i = 1; i + 1 < way.size(); ++i) {
            const auto row = rows_.vertices[way[i]].row;
            out.points.push_back({middle_[way[i]], top_[row]});
            out.points.push_back({middle_[way[i]], label_end_[row]});
        }
        // One that leads up leaves beside the middle, where arrows arrive.
        const auto next = middle_[way[way.size() - 2]];
        const auto aside = from > to ? 0 : next < middle_[lower] ? -kBoxWidth / 4 : kBoxWidth / 4;
        const auto end = middle_[lower] + aside;
        out.points.push_back({end, top_[row_of(lower)]});
        if (out_.boxes[lower].y > top_[row_of(lower)]) {
            out.points.push_back({end, out_.boxes[lower].y});
        }
        if (from < to) std::reverse(out.points.begin(), out.points.end());
        return out;
    }

    struct Hook {
        std::uint32_t line = 0, towards = 0;  ///< towards: the next vertex of its way
    };

    const Chart& chart_;
    const ChartHeights& heights_;
    ChartRows rows_;
    int widest_ = 0;           ///< between the outer middles of the longest row
    std::vector<int> middle_;  ///< of each vertex
    std::vector<int> top_, bottom_, label_top_, label_end_;  ///< of each row
    std::vector<std::vector<Hook>> hooks_;                   ///< of each box
    ChartLayout out_;
};

}  // namespace

ChartLayout layout(const Chart& chart, const ChartHeights& heights) {
    return Layout(chart, heights).make();
}

}  // namespace cordon::links
