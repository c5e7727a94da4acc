// SPDX-License-Identifier: Apache-2.0
// Recursive descent, one function a line of the grammar. A node's span covers what was written for
// it without the brackets around it; its parent's span covers the brackets too, because spans are
// taken from tokens and not from children. Tested by parser_test.cpp.
#include "law/parser.h"

#include <fmt/format.h>

#include <array>

#include "law/lexer.h"

namespace cordon::law {
namespace {

constexpr std::uint32_t kDeepest = 50;
constexpr std::size_t kLongest = 20'000;

std::optional<SubjectKind> subject_named(std::string_view word) {
    if (word == "item") return SubjectKind::Item;
    if (word == "device") return SubjectKind::Device;
    if (word == "party") return SubjectKind::Party;
    if (word == "listing") return SubjectKind::Listing;
    return std::nullopt;
}

std::optional<Relation> relation_of(TokenKind kind) {
    if (kind == TokenKind::Equal) return Relation::Equal;
    if (kind == TokenKind::NotEqual) return Relation::NotEqual;
    if (kind == TokenKind::Less) return Relation::Less;
    if (kind == TokenKind::LessOrEqual) return Relation::LessOrEqual;
    if (kind == TokenKind::Greater) return Relation::Greater;
    if (kind == TokenKind::GreaterOrEqual) return Relation::GreaterOrEqual;
    return std::nullopt;
}

class Parser {
public:
    Parser(Expression& expression, std::vector<Token> tokens)
        : out_(expression), tokens_(std::move(tokens)) {}

    Status whole() {
        out_.root = TRY(condition());
        if (now().kind != TokenKind::End) {
            return unexpected("'and', 'or' or the end of the condition");
        }
        return std::monostate();
    }

private:
    Result<NodeIndex> condition() {
        if (++depth_ > kDeepest) {
            return error_at(now().begin, "the condition is nested too deeply",
                            "move a part into a definition of its own");
        }
        auto node = chain(NodeKind::Either, "or", &Parser::conjunction);
        --depth_;
        return node;
    }
    Result<NodeIndex> conjunction() { return chain(NodeKind::Both, "and", &Parser::negation); }

    using Rule = Result<NodeIndex> (Parser::*)();
    Result<NodeIndex> chain(NodeKind kind, std::string_view word, Rule part) {
        const std::uint32_t begin = now().begin;
        std::vector<NodeIndex> parts{TRY((this->*part)())};
        while (at_word(word)) {
            advance();
            parts.push_back(TRY((this->*part)()));
        }
        if (parts.size() == 1) return parts.front();
        return add(kind, begin, std::move(parts));
    }

    Result<NodeIndex> negation() {
        const std::uint32_t begin = now().begin;
        if (!at_word("not")) return quantified();
        if (++depth_ > kDeepest) {
            return error_at(begin, "the condition is nested too deeply", "leave out double 'not'");
        }
        advance();
        const NodeIndex child = TRY(negation());
        --depth_;
        return add(NodeKind::Not, begin, {child});
    }

    /// any | all | no  subject  [where W] : C
    Result<NodeIndex> quantified() {
        const bool no = at_word("no") && next().kind == TokenKind::Name &&
                        subject_named(text(next())).has_value();
        if (!no && !at_word("any") && !at_word("all")) return comparison();
        const std::uint32_t begin = now().begin;
        const NodeKind kind = no               ? NodeKind::NoneOf
                              : at_word("any") ? NodeKind::Any
                                               : NodeKind::All;
        advance();
        const SubjectKind subject = TRY(subject_word());
        std::vector<NodeIndex> children;
        if (at_word("where")) {
            advance();
            children.push_back(TRY(condition()));
        }
        if (now().kind != TokenKind::Colon) {
            return unexpected("':' and then the condition asked of each");
        }
        advance();
        children.push_back(TRY(condition()));
        const NodeIndex node = add(kind, begin, std::move(children));
        out_.nodes[node].subject = subject;
        return node;
    }

    Result<SubjectKind> subject_word() {
        const auto subject =
            now().kind == TokenKind::Name ? subject_named(text(now())) : std::nullopt;
        if (!subject) return unexpected("a subject: item, device, party or listing");
        advance();
        return *subject;
    }

    Result<NodeIndex> comparison() {
        const std::uint32_t begin = now().begin;
        const NodeIndex left = TRY(sum());
        if (const auto relation = relation_of(now().kind)) {
            advance();
            const NodeIndex right = TRY(sum());
            const NodeIndex node = add(NodeKind::Compare, begin, {left, right});
            out_.nodes[node].relation = *relation;
            return unchained(node);
        }
        const bool negated =
            at_word("not") && next().kind == TokenKind::Name && text(next()) == "in";
        if (negated) advance();
        if (!at_word("in") && !at_word("intersects")) return left;
        const NodeKind kind = at_word("in") ? NodeKind::In : NodeKind::Intersects;
        advance();
        const NodeIndex right = TRY(sum());
        const NodeIndex node = add(kind, begin, {left, right});
        out_.nodes[node].negated = negated;
        return unchained(node);
    }

    Result<NodeIndex> unchained(NodeIndex node) {
        if (!relation_of(now().kind) && !at_word("in")) return node;
        return error_at(now().begin,
                        fmt::format("'{}' follows a comparison that is complete", text(now())),
                        "join two comparisons with 'and', or put the first one in brackets");
    }

    Result<NodeIndex> sum() {
        const std::uint32_t begin = now().begin;
        NodeIndex left = TRY(product());
        while (now().kind == TokenKind::Plus || now().kind == TokenKind::Minus) {
            const bool plus = now().kind == TokenKind::Plus;
            advance();
            const NodeIndex right = TRY(product());
            left = add(plus ? NodeKind::Add : NodeKind::Subtract, begin, {left, right});
        }
        return left;
    }

    Result<NodeIndex> product() {
        const std::uint32_t begin = now().begin;
        NodeIndex left = TRY(primary());
        while (now().kind == TokenKind::Times || now().kind == TokenKind::Divide) {
            const bool times = now().kind == TokenKind::Times;
            advance();
            const NodeIndex right = TRY(primary());
            left = add(times ? NodeKind::Multiply : NodeKind::Divide, begin, {left, right});
        }
        return left;
    }

    Result<NodeIndex> primary() {
        const Token token = now();
        switch (token.kind) {
            case TokenKind::Number:
                return number();
            case TokenKind::Date:
                return day();
            case TokenKind::LeftBrace:
                return set();
            case TokenKind::LeftParen:
                return bracketed();
            case TokenKind::Name:
                return named();
            case TokenKind::End:
            case TokenKind::RightParen:
            case TokenKind::RightBrace:
            case TokenKind::Comma:
            case TokenKind::Colon:
            case TokenKind::Plus:
            case TokenKind::Minus:
            case TokenKind::Times:
            case TokenKind::Divide:
            case TokenKind::Equal:
            case TokenKind::NotEqual:
            case TokenKind::Less:
            case TokenKind::LessOrEqual:
            case TokenKind::Greater:
            case TokenKind::GreaterOrEqual:
                break;
        }
        return unexpected("a fact, a number, a date, a word, a definition or '('");
    }

    Result<NodeIndex> number() {
        const Token token = now();
        advance();
        const NodeIndex node = add(NodeKind::Number, token.begin, {});
        Node& made = out_.nodes[node];
        made.text = slice(token.begin, token.number_end);
        made.unit = slice(token.unit_begin, token.unit_end);
        return node;
    }

    Result<NodeIndex> day() {
        const Token token = now();
        const Date date = TRY(Date::from_iso(text(token)));
        advance();
        const NodeIndex node = add(NodeKind::Day, token.begin, {});
        out_.nodes[node].day = date.days();
        out_.nodes[node].text = text(token);
        return node;
    }

    Result<NodeIndex> set() {
        const std::uint32_t begin = now().begin;
        advance();
        std::vector<NodeIndex> members;
        while (true) {
            if (now().kind != TokenKind::Name && now().kind != TokenKind::Number) {
                return unexpected("a word: a country or an option of a choice");
            }
            members.push_back(word());
            if (now().kind == TokenKind::RightBrace) break;
            if (now().kind != TokenKind::Comma) return unexpected("',' or '}'");
            advance();
        }
        advance();
        return add(NodeKind::Set, begin, std::move(members));
    }

    NodeIndex word() {
        const Token token = now();
        advance();
        const NodeIndex node = add(NodeKind::Word, token.begin, {});
        out_.nodes[node].text = text(token);
        return node;
    }

    Result<NodeIndex> bracketed() {
        const Token open = now();
        advance();
        const NodeIndex inner = TRY(condition());
        if (now().kind != TokenKind::RightParen) return unclosed(open);
        advance();
        return inner;
    }

    Result<NodeIndex> named() {
        const std::string name = text(now());
        for (const std::string_view keyword :
             {"and", "or", "not", "in", "where", "any", "all", "intersects"}) {
            if (name == keyword) {
                return unexpected("a fact, a number, a date, a word, a definition or '('");
            }
        }
        if (name == "count") return count();
        if (next().kind == TokenKind::LeftParen) return call();
        return word();
    }

    Result<NodeIndex> count() {
        const std::uint32_t begin = now().begin;
        advance();
        const SubjectKind subject = TRY(subject_word());
        std::vector<NodeIndex> children;
        if (at_word("where")) {
            advance();
            children.push_back(TRY(condition()));
        }
        const NodeIndex node = add(NodeKind::Count, begin, std::move(children));
        out_.nodes[node].subject = subject;
        return node;
    }

    Result<NodeIndex> call() {
        const Token name = now();
        advance();
        const Token open = now();
        advance();
        std::vector<NodeIndex> arguments;
        while (now().kind != TokenKind::RightParen) {
            arguments.push_back(TRY(nested_sum()));
            if (now().kind == TokenKind::RightParen) break;
            if (now().kind != TokenKind::Comma) return unclosed(open);
            advance();
        }
        advance();
        const std::string called = text(name);
        const NodeKind kind = called == "max"   ? NodeKind::Max
                              : called == "min" ? NodeKind::Min
                                                : NodeKind::Call;
        const NodeIndex node = add(kind, name.begin, std::move(arguments));
        out_.nodes[node].text = called;
        return node;
    }

    Result<NodeIndex> nested_sum() {
        if (++depth_ > kDeepest) {
            return error_at(now().begin, "the condition is nested too deeply",
                            "move a part into a definition of its own");
        }
        auto node = sum();
        --depth_;
        return node;
    }

    // ---- tokens and errors ----

    [[nodiscard]] const Token& now() const { return tokens_[at_]; }
    [[nodiscard]] const Token& next() const {
        return tokens_[at_ + 1 < tokens_.size() ? at_ + 1 : at_];
    }
    void advance() {
        previous_end_ = now().end;
        if (at_ + 1 < tokens_.size()) ++at_;
    }
    [[nodiscard]] bool at_word(std::string_view word) const {
        return now().kind == TokenKind::Name && text(now()) == word;
    }
    [[nodiscard]] std::string slice(std::uint32_t begin, std::uint32_t end) const {
        return out_.source.substr(begin, end - begin);
    }
    [[nodiscard]] std::string text(const Token& token) const {
        return slice(token.begin, token.end);
    }

    NodeIndex add(NodeKind kind, std::uint32_t begin, std::vector<NodeIndex> children) {
        Node node;
        node.kind = kind;
        node.begin = begin;
        node.end = previous_end_;
        node.children = std::move(children);
        out_.nodes.push_back(std::move(node));
        return static_cast<NodeIndex>(out_.nodes.size() - 1);
    }

    [[nodiscard]] Error error_at(std::uint32_t offset, std::string message,
                                 std::string remedy) const {
        Error error;
        error.message = std::move(message);
        error.remedy = std::move(remedy);
        error.position = out_.position(offset);
        return error;
    }
    [[nodiscard]] Error unexpected(std::string expected) const {
        Error error =
            error_at(now().begin,
                     now().kind == TokenKind::End ? std::string("the condition ends too early")
                                                  : fmt::format("unexpected '{}'", text(now())),
                     "");
        error.expected = std::move(expected);
        return error;
    }
    [[nodiscard]] Error unclosed(const Token& open) const {
        Error error = unexpected("')'");
        error.related.push_back({"the bracket opens here", out_.position(open.begin)});
        return error;
    }

    Expression& out_;
    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    std::uint32_t previous_end_ = 0;
    std::uint32_t depth_ = 0;
};

}  // namespace

Result<Expression> parse_expression(std::string source, const Position& start) {
    Expression expression;
    expression.source = std::move(source);
    expression.start = start;
    if (expression.source.size() > kLongest) {
        Error error;
        error.message = "the condition is longer than 20,000 bytes";
        error.remedy = "move parts into definitions of their own";
        error.position = start;
        return error;
    }
    auto tokens = TRY(tokens_of(expression));
    TRY(Parser(expression, std::move(tokens)).whole());
    return expression;
}

}  // namespace cordon::law
