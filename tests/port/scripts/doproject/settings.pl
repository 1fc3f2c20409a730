# runs: no - read by main.pl
$DEFAULT_URI = 'xen:///';
$WIDTH = 12;
1;
