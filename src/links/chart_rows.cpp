// SPDX-License-Identifier: Apache-2.0
// Sweeps up and down put every vertex at the mean place of its neighbours in the row before; of
// all orders met the one with the fewest crossings stays.
#include "links/chart_rows.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace cordon::links {

namespace {

constexpr int kSweeps = 12;
constexpr std::size_t kColumnsFew = 7, kColumnsMany = 9;
constexpr std::size_t kFewBoxes = 28;

/// How high a box stands within its tier: above what it holds there, so that no line joins two
/// boxes of one row. Of a circle one line leads up.
class Levels {
public:
    explicit Levels(const Chart& chart) : level_(chart.boxes.size()), seen_(chart.boxes.size()) {
        held_.resize(chart.boxes.size());
        for (const auto& line : chart.lines) {
            if (chart.boxes[line.holder].tier != chart.boxes[line.company].tier) continue;
            held_[line.holder].push_back(line.company);
        }
        for (std::uint32_t box = 0; box < held_.size(); ++box) visit(box);
    }
    std::uint32_t operator[](std::uint32_t box) const { return level_[box]; }

private:
    enum class Seen : std::uint8_t { No, Begun, Done };
    void visit(std::uint32_t box) {
        if (seen_[box] != Seen::No) return;
        seen_[box] = Seen::Begun;
        for (const auto company : held_[box]) {
            visit(company);
            if (seen_[company] != Seen::Done) continue;
            level_[box] = std::max(level_[box], level_[company] + 1);
        }
        seen_[box] = Seen::Done;
    }

    std::vector<std::uint32_t> level_;
    std::vector<Seen> seen_;
    std::vector<std::vector<std::uint32_t>> held_;
};

std::vector<std::uint32_t> rows_of(const Chart& chart) {
    const auto columns = chart.boxes.size() > kFewBoxes ? kColumnsMany : kColumnsFew;
    const Levels level(chart);
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::uint32_t>> shelves;
    for (std::uint32_t i = 0; i < chart.boxes.size(); ++i) {
        shelves[{chart.boxes[i].tier, level[i]}].push_back(i);
    }
    std::vector<std::uint32_t> row(chart.boxes.size(), 0);
    std::uint32_t lowest = 0;
    for (const auto& [shelf, boxes] : shelves) {
        const auto needed = (boxes.size() + columns - 1) / columns;
        const auto each = (boxes.size() + needed - 1) / needed;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            row[boxes[i]] = lowest + static_cast<std::uint32_t>(i / each);
        }
        lowest += static_cast<std::uint32_t>(needed);
    }
    return row;
}

class Maker {
public:
    explicit Maker(const Chart& chart) : chart_(chart) {
        const auto row = rows_of(chart);
        for (std::uint32_t i = 0; i < row.size(); ++i) (void)add({row[i], false, i, {}, {}});
        for (std::uint32_t i = 0; i < chart.lines.size(); ++i) out_.ways.push_back(way(i));
    }

    ChartRows make() {
        centre_channels();
        auto best = out_;
        auto fewest = crossings(best);
        for (int sweep = 0; sweep < kSweeps && fewest > 0; ++sweep) {
            arrange(sweep % 2 == 0);
            const auto count = crossings(out_);
            if (count >= fewest) continue;
            fewest = count;
            best = out_;
        }
        return best;
    }

private:
    /// Where nothing crosses nothing is moved, and a channel at the edge would draw its row aside.
    void centre_channels() {
        for (auto& row : out_.rows) {
            const auto channels = std::stable_partition(
                row.begin(), row.end(),
                [&](std::uint32_t vertex) { return !out_.vertices[vertex].channel; });
            std::rotate(row.begin() + (channels - row.begin()) / 2, channels, row.end());
        }
    }

    std::uint32_t add(ChartRows::Vertex vertex) {
        const auto number = static_cast<std::uint32_t>(out_.vertices.size());
        if (out_.rows.size() <= vertex.row) out_.rows.resize(vertex.row + 1);
        out_.rows[vertex.row].push_back(number);
        out_.vertices.push_back(std::move(vertex));
        return number;
    }

    void join(std::uint32_t upper, std::uint32_t lower) {
        auto& below = out_.vertices[upper].below;
        if (std::find(below.begin(), below.end(), lower) != below.end()) return;
        below.push_back(lower);
        out_.vertices[lower].above.push_back(upper);
    }

    /// Lines down to one company share channels; one that leads up, against the order, has its own.
    std::vector<std::uint32_t> way(std::uint32_t number) {
        const auto& line = chart_.lines[number];
        const auto from = out_.vertices[line.holder].row;
        const auto to = out_.vertices[line.company].row;
        std::vector<std::uint32_t> out{line.holder};
        for (auto row = from; row > to + 1;) {
            --row;
            const auto [at, added] = channel_.try_emplace({line.company, row}, 0);
            if (added) at->second = add({row, true, line.company, {}, {}});
            out.push_back(at->second);
        }
        for (auto row = from + 1; row < to; ++row) {
            out.push_back(add({row, true, line.company, {}, {}}));
        }
        out.push_back(line.company);
        for (std::size_t i = 0; i + 1 < out.size(); ++i) {
            if (from > to) {
                join(out[i], out[i + 1]);
            } else {
                join(out[i + 1], out[i]);
            }
        }
        return out;
    }

    void arrange(bool upwards) {
        std::vector<std::size_t> place(out_.vertices.size());
        for (const auto& row : out_.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) place[row[i]] = 1000 * i;
        }
        const auto arrange_row = [&](std::vector<std::uint32_t>& row) {
            std::map<std::uint32_t, std::size_t> wanted;
            for (const auto vertex : row) {
                const auto& of = out_.vertices[vertex];
                const auto& neighbours = upwards ? of.below : of.above;
                std::size_t sum = 0;
                for (const auto other : neighbours) sum += place[other];
                wanted[vertex] = neighbours.empty() ? place[vertex] : sum / neighbours.size();
            }
            std::stable_sort(row.begin(), row.end(), [&](std::uint32_t a, std::uint32_t b) {
                return wanted[a] < wanted[b];
            });
            for (std::size_t i = 0; i < row.size(); ++i) place[row[i]] = 1000 * i;
        };
        if (upwards) {
            for (auto& row : out_.rows) arrange_row(row);
        } else {
            std::for_each(out_.rows.rbegin(), out_.rows.rend(), arrange_row);
        }
    }

    const Chart& chart_;
    ChartRows out_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> channel_;
};

}  // namespace

std::size_t crossings(const ChartRows& rows) {
    std::vector<std::size_t> place(rows.vertices.size());
    for (const auto& row : rows.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) place[row[i]] = i;
    }
    std::size_t count = 0;
    for (const auto& row : rows.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            for (const auto left : rows.vertices[row[i]].below) {
                for (std::size_t k = i + 1; k < row.size(); ++k) {
                    for (const auto right : rows.vertices[row[k]].below) {
                        if (place[right] < place[left]) ++count;
                    }
                }
            }
        }
    }
    return count;
}

ChartRows chart_rows(const Chart& chart) {
    return Maker(chart).make();
}

}  // namespace cordon::links
