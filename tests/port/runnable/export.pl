#!/usr/bin/perl
# args: csv
# args: csv ;
# args: json
# args: ini
# args: html
# args: table
# args: tsv-like-nothing
# exit: 2
# One list of guests in several formats, written without modules.
use strict;
use warnings;

use Sys::Virt;

my ($format, $separator) = (@ARGV, 'table')[0 .. 1];
$separator = ',' unless defined $separator and length $separator == 1;

my $conn = Sys::Virt->new(uri => 'test:///default');

for ([ 'web "one"', 1024, 'shop, front' ], [ "it's <db>", 2048, "line one\nline two" ], [ 'plain', 512, '' ]) {
    my ($title, $memory, $text) = @$_;
    (my $name = lc $title) =~ s/[^a-z]+/-/g;
    $name =~ s/^-|-$//g;
    my %entity = qw(< &lt; > &gt; & &amp;);
    for ($title, $text) {
        s/([<>&])/$entity{$1}/g;
    }
    $conn->define_domain(<<"    XML");
    <domain type='test'>
      <name>$name</name>
      <title>$title</title>
      <description>$text</description>
      <memory unit='MiB'>$memory</memory>
      <os><type>hvm</type></os>
    </domain>
    XML
}

my @COLUMNS = (
    { key => 'name', title => 'Name', of => sub { $_[0]->get_name } },
    { key => 'title', title => 'Title', of => sub { text_of($_[0], 'title') } },
    { key => 'memory', title => 'Memory', of => sub { $_[0]->get_info->{maxMem} / 1024 }, number => 1 },
    { key => 'active', title => 'Active', of => sub { $_[0]->is_active ? 'yes' : 'no' } },
    { key => 'text', title => 'Text', of => sub { text_of($_[0], 'description') } },
);

sub text_of {
    my ($dom, $tag) = @_;
    my ($text) = $dom->get_xml_description =~ m{<$tag>(.*?)</$tag>}s;
    return '' if !defined $text;
    my %back = (lt => '<', gt => '>', amp => '&', quot => '"', apos => "'");
    $text =~ s/&(\w+);/exists $back{$1} ? $back{$1} : "&$1;"/ge;
    return $text;
}

sub rows {
    my @rows;
    foreach my $dom (sort { $a->get_name cmp $b->get_name } $conn->list_all_domains) {
        my %row;
        $row{ $_->{key} } = $_->{of}->($dom) foreach @COLUMNS;
        push @rows, \%row;
    }
    return @rows;
}

sub csv_field {
    my ($text) = @_;
    return '' unless defined $text;
    if ($text =~ /["\n\Q$separator\E]/ || $text =~ /^\s|\s$/) {
        $text =~ s/"/""/g;
        return qq{"$text"};
    }
    return $text;
}

# And back: a reader for what the writer writes.
sub csv_parse {
    my ($text) = @_;
    my (@rows, @row);
    my $field = '';
    my $quoted = 0;
    for (my $i = 0; $i < length $text; $i++) {
        my $char = substr $text, $i, 1;
        if ($quoted) {
            if ($char eq '"') {
                if (substr($text, $i + 1, 1) eq '"') { $field .= '"'; $i++ }
                else { $quoted = 0 }
            } else {
                $field .= $char;
            }
        } elsif ($char eq '"') {
            $quoted = 1;
        } elsif ($char eq $separator) {
            push @row, $field;
            $field = '';
        } elsif ($char eq "\n") {
            push @rows, [@row, $field];
            @row = ();
            $field = '';
        } else {
            $field .= $char;
        }
    }
    return @rows;
}

sub json_value {
    my ($value, $is_number) = @_;
    return 'null' unless defined $value;
    return $value if $is_number;
    my %escape = ("\n" => '\n', "\t" => '\t', '"' => '\"', '\\' => '\\\\');
    $value =~ s/([\n\t"\\])/$escape{$1}/g;
    $value =~ s/([\x00-\x1f])/sprintf '\u%04x', ord $1/ge;
    return "\"$value\"";
}

my %writer = (
    csv => sub {
        my @rows = @_;
        my $out = join($separator, map { csv_field($_->{title}) } @COLUMNS) . "\n";
        for my $row (@rows) {
            $out .= join($separator, map { csv_field($row->{ $_->{key} }) } @COLUMNS) . "\n";
        }
        my @back = csv_parse($out);
        my $same = @back == @rows + 1;
        for my $n (0 .. $#rows) {
            for my $c (0 .. $#COLUMNS) {
                $same = 0 if $back[$n + 1][$c] ne $rows[$n]{ $COLUMNS[$c]{key} };
            }
        }
        return $out . ($same ? "# reads back\n" : "# does not read back\n");
    },
    json => sub {
        my @objects = map {
            my $row = $_;
            '  {' . join(', ', map {
                qq("$_->{key}": ) . json_value($row->{ $_->{key} }, $_->{number})
            } @COLUMNS) . '}';
        } @_;
        return "[\n" . join(",\n", @objects) . "\n]\n";
    },
    ini => sub {
        my $out = '';
        foreach my $row (@_) {
            $out .= "[$row->{name}]\n";
            foreach my $column (grep { $_->{key} ne 'name' } @COLUMNS) {
                my $value = $row->{ $column->{key} };
                next if $value eq '';
                $value =~ s/\n/\\n/g;
                $out .= sprintf "%-7s = %s\n", $column->{key}, $value;
            }
            $out .= "\n";
        }
        return $out;
    },
    html => sub {
        my $escape = sub { local $_ = shift; s/&/&amp;/g; s/</&lt;/g; s/>/&gt;/g; s{\n}{<br/>}g; return $_ };
        my $line = sub {
            my ($tag, @cells) = @_;
            return '<tr>' . join('', map { "<$tag>" . $escape->($_) . "</$tag>" } @cells) . "</tr>\n";
        };
        return "<table>\n" . $line->('th', map { $_->{title} } @COLUMNS)
            . join('', map { my $row = $_; $line->('td', map { $row->{ $_->{key} } } @COLUMNS) } @_)
            . "</table>\n";
    },
    table => sub {
        my @rows = @_;
        for my $row (@rows) {
            for (values %$row) { s/\n.*/ .../s }
        }
        my %width = map {
            my $key = $_->{key};
            my $longest = length $_->{title};
            for my $row (@rows) { $longest = length $row->{$key} if length $row->{$key} > $longest }
            $key => $longest;
        } @COLUMNS;
        my $rule = '+' . join('+', map { '-' x ($width{ $_->{key} } + 2) } @COLUMNS) . "+\n";
        my $out = $rule;
        $out .= '|' . join('|', map { sprintf " %-$width{$_->{key}}s ", $_->{title} } @COLUMNS) . "|\n$rule";
        for my $row (@rows) {
            $out .= '|' . join('|', map {
                my $flag = $_->{number} ? '' : '-';
                sprintf " %$flag*s ", $width{ $_->{key} }, $row->{ $_->{key} };
            } @COLUMNS) . "|\n";
        }
        return $out . $rule;
    },
);

unless ($writer{$format}) {
    print STDERR "export: no format $format; there are ", join(', ', sort keys %writer), "\n";
    exit 2;
}
print $writer{$format}->(rows());
