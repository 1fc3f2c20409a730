#!/usr/bin/perl -l
# runs: yes
use Sys::Virt;print for map$_->get_name,sort{$a->get_id<=>$b->get_id}Sys'Virt->new(uri,'test:///default')->list_domains;
$c=new Sys::Virt uri=>'test:///default';($d)=$c->list_all_domains;print"$_ $$i{$_}"for sort grep/^m/,keys%{$i=$d->get_info}
;print$d->get_state==&Sys'Virt'Domain'STATE_RUNNING?'on':'off';@n=map{[$_,$_->is_active]}$c->list_networks;print$n[0][0]->get_name
;{local$,='-';print+(map{$_->get_uuid_string=~/(\w+)$/}$d,$n[0]->[0])}$d->is_persistent&&print"p"
