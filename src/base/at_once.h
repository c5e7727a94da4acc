// SPDX-License-Identifier: Apache-2.0
#pragma once
/// Work on several threads that nobody outside sees: it has ended when the call returns.
/// Fails when: never; where the system gives no more threads, the caller does the rest.
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace cordon {

/// How many threads are worth while here.
std::size_t thread_count();

/// Calls work(0) … work(count - 1) at once, as far as the system gives threads.
template <class Work>
void at_once(std::size_t count, const Work& work) {
    std::vector<std::thread> threads;
    std::size_t elsewhere = 1;  // the first is done by the caller
    for (bool more = true; more && elsewhere < count;) {
        try {
            threads.emplace_back([&work, elsewhere] { work(elsewhere); });
            ++elsewhere;
        } catch (const std::system_error&) {
            more = false;  // no more threads: the rest is done here
        }
    }
    if (count > 0) work(std::size_t{0});
    for (; elsewhere < count; ++elsewhere) work(elsewhere);
    for (auto& thread : threads) thread.join();
}

}  // namespace cordon
