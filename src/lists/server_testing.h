// SPDX-License-Identifier: Apache-2.0
#pragma once
/// A web server for tests, on this machine and one thread, that can be told to misbehave.
#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace cordon::lists {

class Server {
public:
    struct Request {
        std::string path;
        std::map<std::string, std::string> headers;  ///< names in lower case
        [[nodiscard]] std::string header(const std::string& name) const;
    };
    /// What goes back over the open connection.
    class Line {
    public:
        explicit Line(int socket) : socket_(socket) {}
        /// False when the other side has gone.
        [[nodiscard]] bool send(std::string_view bytes) const;
        /// "200 OK", headers each with its line end, body.
        void answer(std::string_view status, const std::string& headers,
                    std::string_view body) const;
        /// A whole file with its length and tag, or the rest of it, or 304, as asked.
        void file(const Request& request, std::string_view bytes, const std::string& etag) const;

    private:
        int socket_;
    };
    using Behaviour = std::function<void(const Line&, const Request&)>;

    explicit Server(Behaviour behaviour);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server();
    [[nodiscard]] std::string url(const std::string& path) const;
    [[nodiscard]] std::vector<Request> seen() const;

private:
    void serve();
    void serve_one(int socket);

    Behaviour behaviour_;
    int listening_ = -1;
    int port_ = 0;
    std::atomic<bool> stop_{false};
    mutable std::mutex mutex_;
    std::vector<Request> seen_;
    std::thread thread_;
};

}  // namespace cordon::lists
