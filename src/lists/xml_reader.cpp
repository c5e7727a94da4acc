// SPDX-License-Identifier: Apache-2.0
// Over libxml2's pull reader, which keeps no more of the file than the way down to its place.
//
// A document type is where entity bombs and files fetched from elsewhere come from; no publisher of
// lists uses one. So the bytes before the root element are looked through before libxml2 sees any,
// and `<!DOCTYPE` there ends the import. The reader refuses the node as well, should another
// encoding have hidden it. Tested by xml_reader_test.cpp and fuzzed by fuzz/fuzz_list_xml.cpp.
#include "lists/xml_reader.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "lists/row.h"

namespace cordon::lists {

namespace {

constexpr std::size_t kPrologMax = 1 << 16;

/// What stands before the root element.
enum class Prolog : std::uint8_t { Fine, DocumentType, Utf16, TooLong };

struct PrologRead {
    Prolog what = Prolog::Fine;
    std::size_t root = 0;  ///< where the root element begins
};

PrologRead read_prolog(std::string_view head) {
    if (head.starts_with("\xFE\xFF") || head.starts_with("\xFF\xFE") ||
        head.substr(0, 4).find('\0') != std::string_view::npos) {
        return {Prolog::Utf16, 0};
    }
    std::size_t at = head.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const auto past = [&](std::string_view end) {
        const auto found = head.find(end, at);
        at = found == std::string_view::npos ? head.size() : found + end.size();
    };
    while (at < head.size()) {
        const auto rest = head.substr(at);
        if (rest.starts_with("<?")) {
            past("?>");
        } else if (rest.starts_with("<!--")) {
            past("-->");
        } else if (rest.starts_with("<!")) {
            return {Prolog::DocumentType, at};
        } else if (rest.starts_with("<")) {
            return {Prolog::Fine, at};
        } else if (std::string_view(" \t\r\n").find(rest.front()) != std::string_view::npos) {
            ++at;
        } else {
            return {Prolog::Fine, head.size()};  // no XML; libxml2 says so better
        }
    }
    return {head.size() >= kPrologMax ? Prolog::TooLong : Prolog::Fine, head.size()};
}

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

}  // namespace

std::string XmlNode::attribute(std::string_view wanted) const {
    for (const auto& [name_of, value] : attributes) {
        if (name_of == wanted) return std::string(trimmed(value));
    }
    return {};
}

const XmlNode* XmlNode::child(std::string_view wanted) const {
    for (const auto& node : children) {
        if (node.name == wanted) return &node;
    }
    return nullptr;
}

std::vector<const XmlNode*> XmlNode::all(std::string_view wanted) const {
    std::vector<const XmlNode*> found;
    for (const auto& node : children) {
        if (node.name == wanted) found.push_back(&node);
    }
    return found;
}

std::vector<const XmlNode*> XmlNode::below(std::string_view wanted) const {
    std::vector<const XmlNode*> found;
    for (const auto& node : children) {
        if (node.name == wanted) found.push_back(&node);
        for (const auto* deeper : node.below(wanted)) found.push_back(deeper);
    }
    return found;
}

std::string XmlNode::all_text() const {
    std::string all = text;
    for (const auto& node : children) all += node.name.empty() ? node.text : node.all_text();
    return tidy(all);
}

std::string XmlNode::text_of(std::string_view wanted) const {
    const XmlNode* node = child(wanted);
    return node == nullptr ? std::string() : node->all_text();
}

struct XmlReader::Parser {
    Parser(ByteSource& from, std::string file, const ImportLimits& bounds)
        : source(from), path(std::move(file)), limits(bounds) {}
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { xmlFreeTextReader(reader); }

    ByteSource& source;
    std::string path;
    ImportLimits limits;
    xmlTextReaderPtr reader = nullptr;
    std::string head;
    std::size_t head_given = 0;
    std::optional<Error> failure;  ///< of the source, or the first complaint of libxml2

    [[nodiscard]] Error wrong(std::string message, std::string expected, std::string remedy) const {
        const int near = reader == nullptr ? 0 : xmlTextReaderGetParserLineNumber(reader);
        return {std::move(message),
                std::move(expected),
                std::move(remedy),
                {path, static_cast<std::uint32_t>(std::max(near, 0)), 0, ""},
                {}};
    }

    Status open();
    Result<bool> step();
    Result<XmlNode> element();
    void fill(XmlNode& node);

    [[nodiscard]] std::uint32_t line() const;

    static int give(void* context, char* into, int size);
    static void complain(void* context, xmlErrorPtr complaint);
};

/// libxml2 asks for bytes. A failure of the source ends the file for it; we tell the real reason.
int XmlReader::Parser::give(void* context, char* into, int size) {
    auto& self = *static_cast<Parser*>(context);
    const auto wanted = static_cast<std::size_t>(std::max(size, 0));
    if (wanted == 0) return 0;
    if (self.head_given < self.head.size()) {
        const auto count = std::min(wanted, self.head.size() - self.head_given);
        self.head.copy(into, count, self.head_given);
        self.head_given += count;
        return static_cast<int>(count);
    }
    const auto got = self.source.read(into, wanted);
    if (!got) {
        if (!self.failure) self.failure = got.error();
        return -1;
    }
    return static_cast<int>(*got);
}

void XmlReader::Parser::complain(void* context, xmlErrorPtr complaint) {
    auto& self = *static_cast<Parser*>(context);
    if (self.failure || complaint == nullptr || complaint->level < XML_ERR_ERROR) return;
    const std::string message(complaint->message == nullptr ? "" : complaint->message);
    self.failure =
        Error{"This is not well-formed XML: " + std::string(trimmed(message)),
              "the file as its publisher gives it out, whole",
              "Fetch it again.",
              {self.path, static_cast<std::uint32_t>(std::max(complaint->line, 0)), 0, ""},
              {}};
}

/// Nodes count their line in sixteen bits; behind that the parser's own place is near enough.
std::uint32_t XmlReader::Parser::line() const {
    constexpr long kLastExact = 65534;
    const long exact = xmlGetLineNo(xmlTextReaderCurrentNode(reader));
    if (exact > 0 && exact <= kLastExact) return static_cast<std::uint32_t>(exact);
    return static_cast<std::uint32_t>(std::max(xmlTextReaderGetParserLineNumber(reader), 0));
}

Status XmlReader::Parser::open() {
    if (failure) return *failure;
    while (head.size() < kPrologMax) {
        const auto used = head.size();
        head.resize(kPrologMax);
        const auto got = source.read(head.data() + used, kPrologMax - used);
        if (!got) return got.error();
        head.resize(used + *got);
        if (*got == 0) break;
    }
    switch (read_prolog(head).what) {
        case Prolog::Fine:
            break;
        case Prolog::DocumentType:
            return wrong(
                "The file declares a document type (<!DOCTYPE). No published list does; "
                "entity bombs do.",
                "XML without <!DOCTYPE", "Fetch the file from its publisher.");
        case Prolog::Utf16:
            return wrong("The file is UTF-16.", "UTF-8, as its publisher gives it out",
                         "Convert it: iconv -f UTF-16 -t UTF-8.");
        case Prolog::TooLong:
            return wrong("There is no element in the first 65536 bytes.", "the root element",
                         "Fetch the file from its publisher.");
    }
    reader = xmlReaderForIO(give, nullptr, this, path.c_str(), nullptr,
                            XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
    if (reader == nullptr) return wrong("The XML reader cannot be made: out of memory.", "", "");
    xmlTextReaderSetStructuredErrorHandler(reader, complain, this);
    return std::monostate{};
}

Result<bool> XmlReader::Parser::step() {
    if (failure) return *failure;
    const int state = xmlTextReaderRead(reader);
    if (failure) return *failure;
    if (state < 0) return wrong("The XML cannot be read.", "well-formed XML", "Fetch it again.");
    if (state == 0) return false;
    switch (xmlTextReaderNodeType(reader)) {
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
        case XML_READER_TYPE_ENTITY:
            return wrong("The file declares entities of its own.", "XML without <!DOCTYPE",
                         "Fetch the file from its publisher.");
        default:
            break;
    }
    const auto depth = static_cast<std::uint32_t>(std::max(xmlTextReaderDepth(reader), 0));
    if (depth <= limits.depth_max) return true;
    return wrong(
        "Elements stand in one another deeper than " + std::to_string(limits.depth_max) + ".",
        "a published list; none is deeper than 14", "Fetch it again.");
}

void XmlReader::Parser::fill(XmlNode& node) {
    node.name = view(xmlTextReaderConstLocalName(reader));
    node.line = line();
    while (xmlTextReaderMoveToNextAttribute(reader) == 1) {
        const auto prefix = view(xmlTextReaderConstPrefix(reader));
        if (prefix == "xmlns") continue;
        node.attributes.emplace_back(view(xmlTextReaderConstLocalName(reader)),
                                     view(xmlTextReaderConstValue(reader)));
    }
    xmlTextReaderMoveToElement(reader);
}

Result<XmlNode> XmlReader::Parser::element() {
    XmlNode root;
    std::vector<XmlNode*> open_nodes{&root};
    std::uint64_t bytes = 0;
    fill(root);
    if (xmlTextReaderIsEmptyElement(reader) == 1) return root;
    while (!open_nodes.empty()) {
        if (!TRY(step())) return wrong("The file ends within an element.", "", "Fetch it again.");
        XmlNode& parent = *open_nodes.back();
        switch (xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT: {
                auto& node = parent.children.emplace_back();
                fill(node);
                bytes += sizeof(XmlNode) + node.name.size();
                for (const auto& [name_of, value] : node.attributes) {
                    bytes += name_of.size() + value.size();
                }
                // A pointer into a vector that grows: only the last child is ever open.
                if (xmlTextReaderIsEmptyElement(reader) != 1) open_nodes.push_back(&node);
                break;
            }
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            case XML_READER_TYPE_WHITESPACE: {
                auto& node = parent.children.emplace_back();
                node.text = view(xmlTextReaderConstValue(reader));
                bytes += sizeof(XmlNode) + node.text.size();
                break;
            }
            case XML_READER_TYPE_END_ELEMENT:
                open_nodes.pop_back();
                break;
            default:
                break;
        }
        if (bytes > limits.record_bytes_max) {
            return wrong("A record (" + root.name + ") holds more than " +
                             std::to_string(limits.record_bytes_max) + " bytes.",
                         "a party with its names and addresses", "Fetch it again.");
        }
    }
    return root;
}

XmlReader::XmlReader(ByteSource& source, std::string path, const ImportLimits& limits)
    : parser_(std::make_unique<Parser>(source, std::move(path), limits)) {
    const auto opened = parser_->open();
    if (!opened) parser_->failure = opened.error();
}

XmlReader::~XmlReader() = default;

Result<bool> XmlReader::next() {
    while (TRY(parser_->step())) {
        if (xmlTextReaderNodeType(parser_->reader) == XML_READER_TYPE_ELEMENT) return true;
    }
    return false;
}

std::string_view XmlReader::name() const {
    return view(xmlTextReaderConstLocalName(parser_->reader));
}

std::string XmlReader::attribute(const char* wanted) const {
    xmlChar* value =
        xmlTextReaderGetAttribute(parser_->reader, reinterpret_cast<const xmlChar*>(wanted));
    std::string text(trimmed(view(value)));
    xmlFree(value);
    return text;
}

Result<XmlNode> XmlReader::take() {
    return parser_->element();
}

std::string xml_root(std::string_view head) {
    const auto prolog = read_prolog(head);
    if (prolog.what == Prolog::DocumentType) {
        // The reader refuses it with its reason; until then it is XML.
        return "!DOCTYPE";
    }
    auto name = head.substr(std::min(prolog.root + 1, head.size()));
    name = name.substr(0, name.find_first_of(" \t\r\n/>"));
    const auto colon = name.find(':');
    if (colon != std::string_view::npos) name.remove_prefix(colon + 1);
    return std::string(name);
}

}  // namespace cordon::lists
