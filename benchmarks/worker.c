/* The contender in C, the floor: what worker.py does, with libvirt alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <libvirt/libvirt.h>
#include <libvirt/virterror.h>

static virConnectPtr conn;
static virDomainPtr dom;
static virStoragePoolPtr pool;
static virNetworkPtr net;
static virDomainPtr *doms;
static int count;

static void quiet(void *data, virErrorPtr error) { (void)data; (void)error; }

static void drop(virDomainPtr *list, int number)
{
    for (int at = 0; at < number; at++)
        virDomainFree(list[at]);
    free(list);
}

/* Counts the events that come. */
static void came(virConnectPtr from, virDomainPtr what, int event, int detail, void *data)
{
    (void)from; (void)what; (void)event; (void)detail; (void)data;
    count++;
}

/* No statement needs all that is here. */
static void use(void)
{
    (void)dom; (void)pool; (void)net; (void)doms; (void)count; (void)drop; (void)came;
}

/*STATEMENTS*/
static void (*const statements[])(void) = { /*TABLE*/ };

int main(int argc, char **argv)
{
    int number;
    long loops;

    if (argc != 2)
        return 2;
    use();
    virSetErrorFunc(NULL, quiet);
    conn = virConnectOpen(argv[1]);
    if (!conn)
        return 1;
    /*SETUP*/
    while (scanf("%d %ld", &number, &loops) == 2) {
        struct timespec start, end;
        clock_gettime(CLOCK_MONOTONIC, &start);
        for (long turn = 0; turn < loops; turn++)
            statements[number]();
        clock_gettime(CLOCK_MONOTONIC, &end);
        printf("%.9f\n", (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9);
        fflush(stdout);
    }
    return 0;
}
