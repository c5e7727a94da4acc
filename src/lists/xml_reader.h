// SPDX-License-Identifier: Apache-2.0
#pragma once
/// XML from outside, one record at a time, in bounded memory.
///
/// Invariants
///  1. Nothing is fetched, no entity but the five of XML is known, no document type is accepted:
///     a file that declares one is refused before any of it is followed.
///  2. Depth, and the bytes of one record, stay within the limits given.
/// Fails when: the file is not well-formed (with line), is UTF-16, declares a document type, or
/// goes beyond a limit.
/// Thread safety: one thread a reader.
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "lists/byte_source.h"

namespace cordon::lists {

/// An element with everything inside it. A node without a name is a stretch of text.
struct XmlNode {
    std::string name;  ///< without prefix
    std::string text;  ///< of a stretch of text
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<XmlNode> children;
    std::uint32_t line = 0;  ///< near which it stands

    /// The attribute, blanks off both ends; "" without it.
    [[nodiscard]] std::string attribute(std::string_view wanted) const;
    /// The first child of that name, or nullptr.
    [[nodiscard]] const XmlNode* child(std::string_view wanted) const;
    /// All of that name, in order.
    [[nodiscard]] std::vector<const XmlNode*> all(std::string_view wanted) const;
    /// Everything of that name at any depth, in order.
    [[nodiscard]] std::vector<const XmlNode*> below(std::string_view wanted) const;
    /// All text at any depth, runs of blanks as one.
    [[nodiscard]] std::string all_text() const;
    /// all_text() of the first child of that name; "" without it.
    [[nodiscard]] std::string text_of(std::string_view wanted) const;
};

class XmlReader {
public:
    /// `source` must outlive the reader.
    XmlReader(ByteSource& source, std::string path, const ImportLimits& limits);
    XmlReader(const XmlReader&) = delete;
    XmlReader& operator=(const XmlReader&) = delete;
    ~XmlReader();

    /// Moves to the next element that begins. False at the end of the file.
    Result<bool> next();
    /// Of the element reached by next().
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::string attribute(const char* wanted) const;
    /// The element reached, whole; the reader then stands behind it.
    Result<XmlNode> take();

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

/// Name of the root element, without prefix, of a text that begins as XML does; "" otherwise.
std::string xml_root(std::string_view head);

}  // namespace cordon::lists
