// SPDX-License-Identifier: Apache-2.0
#include "lists/server_testing.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

#include "base/result.h"
#include "base/text.h"

namespace cordon::lists {

std::string Server::Request::header(const std::string& name) const {
    const auto at = headers.find(name);
    return at == headers.end() ? "" : at->second;
}

bool Server::Line::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Server::Line::answer(std::string_view status, const std::string& headers,
                          std::string_view body) const {
    if (send("HTTP/1.1 " + std::string(status) + "\r\nConnection: close\r\n" + headers + "\r\n")) {
        (void)send(body);
    }
}

void Server::Line::file(const Request& request, std::string_view bytes,
                        const std::string& etag) const {
    const auto tag = "ETag: " + etag + "\r\n";
    if (request.header("if-none-match") == etag) return answer("304 Not Modified", tag, "");
    const auto range = request.header("range");
    if (range.starts_with("bytes=") && request.header("if-range") == etag) {
        const auto from = std::strtoull(range.c_str() + 6, nullptr, 10);
        const auto rest = bytes.substr(from);
        return answer("206 Partial Content",
                      tag + "Content-Range: bytes " + std::to_string(from) + "-" +
                          std::to_string(bytes.size() - 1) + "/" + std::to_string(bytes.size()) +
                          "\r\nContent-Length: " + std::to_string(rest.size()) + "\r\n",
                      rest);
    }
    answer("200 OK", tag + "Content-Length: " + std::to_string(bytes.size()) + "\r\n", bytes);
}

Server::Server(Behaviour behaviour)
    : behaviour_(std::move(behaviour)), listening_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    CHECK(::bind(listening_, generic, size) == 0 && ::listen(listening_, 16) == 0);
    CHECK(::getsockname(listening_, generic, &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

Server::~Server() {
    stop_ = true;
    thread_.join();
    ::close(listening_);
}

std::string Server::url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
}

std::vector<Server::Request> Server::seen() const {
    const std::lock_guard guard(mutex_);
    return seen_;
}

void Server::serve() {
    while (!stop_) {
        pollfd waiting{listening_, POLLIN, 0};
        if (::poll(&waiting, 1, 50) <= 0) continue;
        const int socket = ::accept(listening_, nullptr, nullptr);
        if (socket < 0) continue;
        serve_one(socket);
        ::close(socket);
    }
}

void Server::serve_one(int socket) {
    std::string text;
    char piece[4096];
    while (text.find("\r\n\r\n") == std::string::npos) {
        const auto got = ::recv(socket, piece, sizeof piece, 0);
        if (got <= 0) return;
        text.append(piece, static_cast<std::size_t>(got));
    }
    Request request;
    for (const auto line : split(text, '\n')) {
        if (request.path.empty()) {
            const auto words = split(line, ' ');
            if (words.size() > 1) request.path = std::string(words[1]);
            continue;
        }
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        request.headers[to_lower_ascii(line.substr(0, colon))] =
            std::string(trimmed(line.substr(colon + 1)));
    }
    {
        const std::lock_guard guard(mutex_);
        seen_.push_back(request);
    }
    behaviour_(Line(socket), request);
    ::shutdown(socket, SHUT_WR);
}

}  // namespace cordon::lists
