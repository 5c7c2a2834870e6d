# Writes exact-table.json: two-sided tests, intervals, funnel limits and q-values as R gives them.
#
#     Rscript make-exact-table.R > exact-table.json        (R 4.2.2, base packages only)
#
# Rows: tests [x, n, p0, minlike, central], clopperPearson [x, n, level, low, high], garwood [x, exposure, level, low, high],
# wilson [x, n, level, low, high], funnel [num, den, n, limits at q = 0.001, 0.025, 0.975, 0.999], counts [num, den, n, level, high, low],
# q [family, p, q]. Up to n = 1e6 minlike is binom.test's; above, where that would list all outcomes, its rule is searched with dbinom.
# A p below 1e-290 is left out (null): doubles lose digits there.

number <- function(v) ifelse(is.na(v), "null", sub("e([+-])0", "e\\1", sprintf("%.13g", v)))
kept <- function(p) if (p < 1e-290) NA else p
row <- function(...) paste0("[", paste(number(c(...)), collapse = ", "), "]")
list_of <- function(name, rows) sprintf("  \"%s\": [\n    %s\n  ]", name, paste(unlist(rows), collapse = ",\n    "))

around <- function(n, p, steps = c(-30, -6, -2, 0, 1, 3, 9)) {
  x <- round(n * p + steps * sqrt(n * p * (1 - p)))
  sort(unique(c(0, n, x[x >= 0 & x <= n])))
}

minlike <- function(x, n, p) {
  if (n <= 1e6) return(binom.test(x, n, p)$p.value)
  bound <- dbinom(x, n, p) * (1 + 1e-7)
  mean <- n * p
  if (x == mean) return(1)
  side <- if (x < mean) c(ceiling(mean), n) else c(floor(mean), 0)
  toward <- sign(side[2] - side[1])
  is_rare <- function(i) dbinom(i, n, p) <= bound
  if (!is_rare(side[2])) other <- 0
  else {
    common <- side[1] - toward
    rare <- side[2]
    while (abs(rare - common) > 1) {
      middle <- (rare + common) %/% 2
      if (is_rare(middle)) rare <- middle else common <- middle
    }
    other <- if (toward > 0) pbinom(rare - 1, n, p, lower.tail = FALSE) else pbinom(rare, n, p)
  }
  own <- if (x < mean) pbinom(x, n, p) else pbinom(x - 1, n, p, lower.tail = FALSE)
  min(1, own + other)
}

central <- function(x, n, p) min(1, 2 * min(pbinom(x, n, p), pbinom(x - 1, n, p, lower.tail = FALSE)))

# Spiegelhalter 2005: r the smallest count with F(r) >= q.
limit <- function(n, p, q) {
  r <- if (q < 0.5) qbinom(q, n, p) else qbinom(1 - q, n, p, lower.tail = FALSE)
  excess <- if (q < 0.5) pbinom(r, n, p) - q else (1 - q) - pbinom(r, n, p, lower.tail = FALSE)
  min(1, max(0, (r - excess / dbinom(r, n, p)) / n))
}

high_count <- function(n, p, level) if (n == 0) 1 else {
  r <- max(0, qbinom(level, n, p, lower.tail = FALSE) - 2)
  while (pbinom(r - 1, n, p, lower.tail = FALSE) > level) r <- r + 1
  r
}
low_count <- function(n, p, level) if (n == 0) -1 else {
  r <- min(n, qbinom(level, n, p) + 2)
  while (r >= 0 && pbinom(r, n, p) > level) r <- r - 1
  r
}

tests <- list(); counts <- list(); funnel <- list()
for (n in c(1, 2, 5, 30, 299, 2000, 1e5, 1e6, 1e8)) for (p in c(0.001, 0.01, 0.3, 0.7, 0.999)) for (x in around(n, p))
  tests <- c(tests, row(x, n, p, kept(minlike(x, n, p)), kept(central(x, n, p))))
for (n in c(1, 2, 5, 20, 50, 200, 500, 2000, 10000, 1e6, 1e8)) for (ratio in list(c(1, 100), c(3, 100), c(30, 100), c(7, 10), c(99, 100))) {
  p <- ratio[1] / ratio[2]
  funnel <- c(funnel, row(ratio, n, sapply(c(0.001, 0.025, 0.975, 0.999), function(q) limit(n, p, q))))
  for (level in c(0.025, 0.001)) counts <- c(counts, row(ratio, n, level, high_count(n, p, level), low_count(n, p, level)))
}

pairs <- list()
for (n in c(1, 5, 12, 50, 299, 5112, 1e6, 1e8)) for (x in around(n, 0.01, c(-2, 0, 3))) pairs <- c(pairs, list(c(x, n)))
for (n in c(141, 1e8)) for (x in c(n - 1, round(0.7 * n))) pairs <- c(pairs, list(c(x, n)))
cp <- list(); wilson <- list(); garwood <- list()
for (each in pairs) for (level in c(0.8, 0.95, 0.998)) {
  x <- each[1]; n <- each[2]; tail <- (1 - level) / 2
  # As binom.test works its interval out; the call itself lists all outcomes for its p.
  low <- if (x == 0) 0 else qbeta(tail, x, n - x + 1)
  high <- if (x == n) 1 else qbeta(tail, x + 1, n - x, lower.tail = FALSE)
  cp <- c(cp, row(x, n, level, low, high))
  wilson <- c(wilson, row(x, n, level, suppressWarnings(prop.test(x, n, conf.level = level, correct = FALSE))$conf.int))
}
stopifnot(all.equal(binom.test(3, 300, conf.level = 0.95)$conf.int[1:2], c(qbeta(0.025, 3, 298), qbeta(0.975, 4, 297))))
for (x in c(0, 1, 2, 7, 31, 1000, 52345, 1e6, 1e8)) for (exposure in c(1, 40.25, 1e5)) for (level in c(0.95, 0.998))
  garwood <- c(garwood, row(x, exposure, level, poisson.test(x, exposure, conf.level = level)$conf.int))

set.seed(6)
families <- list(c(0.01, 0.04, 0.03), c(1, 1, 0), c(0.02, 0.02, 0.5, 0.02), signif(runif(40)^4, 6), c(1e-200, 1e-12, 0.9, 0.049, 0.05))
q <- lapply(seq_along(families), function(i) mapply(function(p, q) row(i, p, q), families[[i]], p.adjust(families[[i]], "BH")))

cat("{\n", paste(c(list_of("tests", tests), list_of("clopperPearson", cp), list_of("garwood", garwood), list_of("wilson", wilson),
  list_of("funnel", funnel), list_of("counts", counts), list_of("q", q)), collapse = ",\n"), "\n}\n", sep = "")
