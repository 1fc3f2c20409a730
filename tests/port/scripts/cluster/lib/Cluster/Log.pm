package Cluster::Log;
# runs: no - a module of balance.pl
use strict;
use warnings;

my %LEVEL = (debug => 0, info => 1, warn => 2);

# Has methods that an error of Sys::Virt has, too.
sub new { my ($class, %self) = @_; return bless { level => 'info', %self }, $class }
sub level { my $self = shift; return $LEVEL{ $self->{level} } }
sub message { my ($self, $level, $text) = @_; return "[$level] $text\n" }

for my $level (keys %LEVEL) {
    no strict 'refs';
    *$level = sub {
        my ($self, $text) = @_;
        print $self->message($level, $text) if $LEVEL{$level} >= $self->level;
    };
}

1;
