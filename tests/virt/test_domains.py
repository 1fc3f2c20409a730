"""The domains of a connection: lists, look-ups and statistics."""

from __future__ import annotations

from sysvirt import Domain, Virt


def test_lists_follow_the_state(conn: Virt, dom: Domain) -> None:
    assert conn.list_domains() == conn.list_all_domains() == [dom]
    assert conn.list_domain_ids(5) == [1]
    assert conn.list_domain_ids(0) == []
    dom.destroy()
    assert conn.list_domains() == []
    assert conn.num_of_domains() == 0
    assert conn.list_defined_domains() == [dom]
    assert conn.num_of_defined_domains() == 1
    assert conn.list_defined_domain_names(5) == ["test"]
    assert conn.list_defined_domain_names(0) == []


def test_statistics_of_no_domains_are_none_at_all(conn: Virt, dom: Domain) -> None:
    state = Domain.STATS_STATE
    everything = [{"dom": dom, "data": {"state.state": 1, "state.reason": 0}}]
    assert conn.get_all_domain_stats(state) == everything
    assert conn.get_all_domain_stats(state, [dom]) == everything
    assert conn.get_all_domain_stats(state, []) == []
