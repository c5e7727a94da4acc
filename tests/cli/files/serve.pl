#!/usr/bin/perl
# SPDX-License-Identifier: Apache-2.0
# serve.pl FOLDER PORT_FILE: a web server for transcripts, on this machine, with tags and ranges.
# It ends by itself after a minute. A file named cut-NAME is sent once without its second half.
use strict;
use warnings;
use IO::Socket::INET;

my ($folder, $port_file) = @ARGV;
alarm 60;
my $listening = IO::Socket::INET->new(LocalAddr => '127.0.0.1', Listen => 5, Proto => 'tcp') or die;
open(my $out, '>', "$port_file.part") or die;
print $out $listening->sockport, "\n";
close $out;
rename "$port_file.part", $port_file;
my %cut;
while (my $line = $listening->accept) {
    my ($path, %headers);
    while (my $text = <$line>) {
        $text =~ s/\r?\n$//;
        last if $text eq '';
        if (!defined $path) { (undef, $path) = split ' ', $text; next; }
        my ($name, $value) = split /:\s*/, $text, 2;
        $headers{lc $name} = $value;
    }
    my $file = $folder . ($path // '/');
    if ($file =~ /\.\./ || !-f $file) {
        print $line "HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n";
        close $line;
        next;
    }
    open(my $in, '<:raw', $file) or die;
    my $bytes = do { local $/; <$in> };
    close $in;
    my $tag = '"' . length($bytes) . '-' . unpack('%32C*', $bytes) . '"';
    my $size = length $bytes;
    my $head = "Connection: close\r\nETag: $tag\r\n";
    my $from = 0;
    if (($headers{'if-none-match'} // '') eq $tag) {
        print $line "HTTP/1.1 304 Not Modified\r\n$head\r\n";
        close $line;
        next;
    }
    if (($headers{range} // '') =~ /^bytes=(\d+)-$/ && ($headers{'if-range'} // '') eq $tag) {
        $from = $1;
        print $line "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes $from-",
            $size - 1, "/$size\r\n";
    } else {
        print $line "HTTP/1.1 200 OK\r\n";
    }
    my $part = substr $bytes, $from;
    print $line "Content-Length: ", length $part, "\r\n$head\r\n";
    $part = substr $part, 0, length($part) / 2 if $path =~ m{/cut-} && !$cut{$path}++;
    print $line $part;
    close $line;
}
