// SPDX-License-Identifier: Apache-2.0
// The bundled links: catalogue/links, read like anybody's own tables.
#include "base/embedded.h"
#include "links/read_links.h"

namespace cordon::embedded {
std::vector<EmbeddedFile> link_data();
}

namespace cordon::links {

void Reading::add_starter() {
    for (const auto& file : embedded::link_data()) {
        const std::string path(file.path);
        if (path.ends_with("parties.csv")) {
            add_parties_csv(file.bytes, path);
        } else {
            add_links_csv(file.bytes, path);
        }
    }
}

namespace {

LinkGraph read() {
    Reading reading;
    reading.add_starter();
    LinkGraph graph(reading.finish());
    for (const auto& error : reading.errors()) {
        fail_check(__FILE__, __LINE__, error.to_text());
    }
    return graph;
}

}  // namespace

const LinkGraph& starter_links() {
    static const LinkGraph graph = read();
    return graph;
}

}  // namespace cordon::links
