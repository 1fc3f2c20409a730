package SysvirtPortGuard;

# Sends every connection of Sys::Virt to one URI, and refuses outside commands.
#
# It is loaded before the script, in every Perl that the script starts. It uses no module but
# XSLoader: what is loaded before the overrides below would not obey them.

use strict;
use warnings;
no warnings 'redefine';

our $loaded;

my ( $uri, $commands );

sub refuse {
    my ( undef, $file, $line ) = caller 1;

    # In the words of the guard of Python: what both say is compared.
    die "check: an outside command needs --allow-commands at $file line $line.\n";
}

# The functions of Sys::Virt that open a connection: the class method new has no other way.
sub redirect {
    my ($original) = @_;
    my $there     = $uri;
    my $prototype = prototype $original;
    $prototype = defined $prototype ? "($prototype)" : q{};

    # As if nobody stood between: it has the same prototype, and errors tell the script's own line.
    return eval "sub $prototype {" . ' my ( undef, @rest ) = @_; @_ = ( $there, @rest );'
      . ' goto &{$original} }';
}

my %redirected;

sub redirect_all {
    no strict 'refs';
    for my $name ( '_open', '_open_auth' ) {
        my $full = "Sys::Virt::$name";
        next unless defined &{$full};
        next if $redirected{$name} && $redirected{$name} == \&{$full};
        $redirected{$name} = redirect( \&{$full} );
        *{$full} = $redirected{$name};
    }
    return;
}

# Whoever loads Sys::Virt, by whatever way and however late, comes by here: the C part of a module
# gets its start function by dl_install_xsub, and that one defines what opens connections.
sub watch_loading {

    # It makes the functions of DynaLoader, once; nobody makes them anew after that.
    require XSLoader;
    undef &DynaLoader::boot_DynaLoader;
    my $install = \&DynaLoader::dl_install_xsub;
    *DynaLoader::dl_install_xsub = sub {
        my ( $name, @rest ) = @_;
        my $start = $install->( $name, @rest );
        return $start unless defined $start;
        my $guarded = sub {
            my @results = &{$start};
            redirect_all();
            return wantarray ? @results : $results[-1];
        };
        no strict 'refs';
        *{$name} = $guarded;
        return $guarded;
    };
    return;
}

# A handle as the caller names it: a bareword belongs to the caller's package.
sub handle_of {
    my ( $handle, $package ) = @_;
    return $handle if ref $handle || ref \$handle eq 'GLOB';
    no strict 'refs';
    return \*{"main::$handle"} if $handle =~ /\A(?:STDIN|STDOUT|STDERR|ARGV|ARGVOUT|ENV|INC)\z/;
    return $handle =~ /::|'/ ? \*{$handle} : \*{"${package}::$handle"};
}

sub is_pipe {
    my ( $mode, $more ) = @_;
    return 0 unless defined $mode;
    return $mode =~ /\A\s*(?:\|-|-\|)/ if $more;
    # Perl itself reads these two so: of a child process of the script's own no command is started.
    return 0 if $mode =~ /\A\s*(?:\|\s*-|-\s*\|)\s*\z/;
    return $mode =~ /\A\s*\|/ || $mode =~ /\|\s*\z/;
}

sub guarded_open (*;$@) {
    refuse() if is_pipe( $_[1], @_ > 2 );
    my $package = caller;
    no strict 'refs';
    if ( !defined $_[0] ) {
        return CORE::open( $_[0], $_[1] ) if @_ == 2;
        return CORE::open( $_[0], $_[1], $_[2] ) if @_ == 3;
        return CORE::open( $_[0], $_[1], $_[2], @_[ 3 .. $#_ ] );
    }
    my $handle = handle_of( $_[0], $package );
    if ( @_ == 1 ) {
        my $name = ${ *{$handle}{SCALAR} };
        refuse() if is_pipe( $name, 0 );
        return CORE::open( $handle, $name );
    }
    my $mode = $_[1];

    # "<&HANDLE" and ">&HANDLE" name a handle of the caller's package as well.
    if ( @_ == 2 && $mode =~ /\A(\s*\+?[<>]{1,2}&=?\s*)([A-Za-z_]\w*)\s*\z/ ) {
        my ( $how, $name ) = ( $1, $2 );
        return CORE::open( $handle, $how, handle_of( $name, $package ) );
    }
    return CORE::open( $handle, $mode ) if @_ == 2;
    if ( $mode =~ /&/ && !ref $_[2] && defined $_[2] && $_[2] =~ /\A[A-Za-z_]\w*\z/ ) {
        return CORE::open( $handle, $mode, handle_of( $_[2], $package ) );
    }
    return CORE::open( $handle, $mode, $_[2] ) if @_ == 3;
    return CORE::open( $handle, $mode, $_[2], @_[ 3 .. $#_ ] );
}

sub refuse_commands {
    *CORE::GLOBAL::system   = sub { refuse() };
    *CORE::GLOBAL::exec     = sub { refuse() };
    *CORE::GLOBAL::readpipe = sub { refuse() };
    *CORE::GLOBAL::syscall  = sub { refuse() };
    *CORE::GLOBAL::open     = \&guarded_open;
    return;
}

sub start {
    return if $loaded++;
    die "check: the guard was started without a URI\n" unless defined $uri && length $uri;
    watch_loading();
    redirect_all();
    refuse_commands() unless $commands;
    return;
}

BEGIN {
    # Now, and not when the file has been read: what is compiled later obeys.
    $uri      = $ENV{SYSVIRT_PORT_CHECK_URI};
    $commands = $ENV{SYSVIRT_PORT_CHECK_COMMANDS};
    start();
}

1;
