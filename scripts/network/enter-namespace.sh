#!/bin/sh
# enter-namespace.sh FOLDER COMMAND… : run by `unshare --net --mount` (namespace.ts). Makes a network that leads nowhere and
# counts what is sent into it, then becomes COMMAND. All of it goes away with the command.
#
# Links without ARP get no neighbour or router solicitations, no duplicate address detection and, without link-local
# addresses, no multicast reports from the kernel. So an idle network sends nothing, and every packet is a program's.
set -eu
folder=$1
shift

ip link set lo up

# The default route: a pair of links whose other end has no address, so what arrives there is dropped.
ip link add uplink type veth peer name nowhere
for link in uplink nowhere; do
  ip link set "$link" addrgenmode none arp off up
done
ip address add 198.51.100.2/24 dev uplink
ip -6 address add 2001:db8:100::2/64 dev uplink nodad
ip route add default via 198.51.100.1 dev uplink
ip -6 route add default via 2001:db8:100::1 dev uplink

# Such a pair for every address that a test sends to, so that the counters tell who was sent to. 53 is the name server;
# the others are handed out in tests/e2e/network/targets.ts.
for number in 53 $(seq 100 179); do
  link=to-$number
  printf '%s\n' \
    "link add $link type veth peer name end-$number" \
    "link set $link addrgenmode none arp off up" \
    "link set end-$number addrgenmode none arp off up" \
    "route add 192.0.2.$number dev $link src 198.51.100.2" \
    "route add 2001:db8::$number dev $link"
done >"$folder/links"
ip -batch "$folder/links"

# Names are asked for in this network, not of a service of the machine that a socket file leads to.
printf 'nameserver 192.0.2.53\nnameserver 2001:db8::53\n' >"$folder/resolv.conf"
printf 'passwd: files\ngroup: files\nhosts: files dns\n' >"$folder/nsswitch.conf"
chmod 0644 "$folder/resolv.conf" "$folder/nsswitch.conf"
mount --bind "$folder/resolv.conf" /etc/resolv.conf
mount --bind "$folder/nsswitch.conf" /etc/nsswitch.conf

exec "$@"
