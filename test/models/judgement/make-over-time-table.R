# Writes over-time-table.json with base R: XmR and p-chart limits, sums and run lengths of a CUSUM, development factors, nowcasts.
#
#   Rscript make-over-time-table.R > over-time-table.json
#
# Run lengths are the solution of (I - Q) m = 1 over all sums below the threshold, on a grid that holds every sum or on one of a 1,000th
# of an event and finer; the code under test follows survival window by window instead.

num <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", x))
arr <- function(x) paste0("[", paste(num(x), collapse = ", "), "]")
grid <- function(m) paste0("[", paste(apply(m, 1, arr), collapse = ", "), "]")
obj <- function(...) {
  parts <- c(...)
  paste0("{ ", paste0('"', names(parts), '": ', parts, collapse = ", "), " }")
}
all_of <- function(rows) paste0("[\n    ", paste(rows, collapse = ",\n    "), "\n  ]")

xmr_of <- function(y, screened) {
  mr <- abs(diff(y))
  if (screened) {
    kept <- mr[mr < 3.267 * mean(mr)]
    if (length(kept) > 0) mr <- kept
  }
  obj(
    values = arr(y), screened = tolower(screened), mean = num(mean(y)), movingRange = num(mean(mr)),
    lower = num(mean(y) - 2.66 * mean(mr)), upper = num(mean(y) + 2.66 * mean(mr))
  )
}

series <- list(
  c(4, 6, 5, 7, 6, 5, 6),
  c(0.71, 0.69, 0.74, 0.70, 0.66, 0.72, 0.73, 0.68, 0.71, 0.75, 0.69, 0.70, 0.72),
  c(10, 11, 10, 12, 11, 10, 11, 12, 40, 41, 40, 42, 41)
)
xmrs <- unlist(lapply(series, function(y) c(xmr_of(y, FALSE), xmr_of(y, TRUE))))

p_of <- function(x, n) {
  p <- sum(x) / sum(n)
  judged <- n * p >= 5 & n * (1 - p) >= 5
  sd <- sqrt(p * (1 - p) / n)
  z <- ((x / n - p) / sd)[judged]
  sigma <- if (mean(n[judged]) > 1000) mean(abs(diff(z))) / 1.128 else NA
  half <- 3 * ifelse(is.na(sigma), 1, sigma) * sd
  obj(
    x = arr(x), n = arr(n), mean = num(p), dispersion = num(sigma),
    lower = arr(ifelse(judged, p - half, NA)), upper = arr(ifelse(judged, p + half, NA))
  )
}

p_charts <- c(
  p_of(c(35, 41, 28, 60, 37, 44, 39, 33), c(50, 55, 41, 88, 52, 61, 57, 49)),
  p_of(c(3, 7, 6, 2, 8, 9, 7, 6, 0, 8), c(30, 70, 66, 12, 80, 75, 71, 64, 0, 77)),
  p_of(c(700, 830, 905, 640, 770, 812, 888, 921), c(1100, 1200, 1350, 990, 1210, 1190, 1400, 1320))
)

design <- function(p0, R) {
  p1 <- R * p0 / (1 - p0 + R * p0)
  c(log(p1 / p0), log((1 - p1) / (1 - p0)))
}

cusum_of <- function(x, n, p0, R, h) {
  w <- design(p0, R)
  s <- 0
  sums <- c()
  for (i in seq_along(x)) {
    s <- max(0, s + x[i] * w[1] + (n[i] - x[i]) * w[2])
    sums <- c(sums, s)
    if (s >= h) s <- 0
  }
  obj(x = arr(x), n = arr(n), p0 = num(p0), oddsRatio = num(R), threshold = num(h), sums = arr(sums))
}

cusums <- c(
  cusum_of(c(1, 2, 0, 3, 4, 1, 0, 5, 2, 0), c(90, 100, 95, 110, 120, 101, 99, 130, 97, 0), 0.01, 2, 2.2),
  cusum_of(c(0, 0, 1, 0, 0, 2, 1, 0), rep(30, 8), 0.01, 3, 1.5)
)

fall_of <- function(p0, R, size) {
  w <- design(p0, R)
  -size * w[2] / (w[1] - w[2])
}

run_length <- function(p0, R, size, p, events, step) {
  fall <- round(fall_of(p0, R, size) * step)
  states <- ceiling(events * step - 1e-9)
  Q <- matrix(0, states, states)
  for (x in 0:size) {
    to <- pmax(0, 0:(states - 1) + x * step - fall)
    inside <- which(to < states)
    at <- cbind(inside, to[inside] + 1)
    Q[at] <- Q[at] + dbinom(x, size, p)
  }
  solve(diag(states) - Q, rep(1, states))[1]
}

run_of <- function(p0, R, size, p, events, step, exact) {
  w <- design(p0, R)
  obj(
    p0 = num(p0), oddsRatio = num(R), size = num(size), p = num(p), threshold = num(events * (w[1] - w[2])),
    windows = num(run_length(p0, R, size, p, events, step)), exact = tolower(exact)
  )
}

# Odds near 2 at which the sum falls by exactly one event and a half: then every grid of halves is exact.
odds <- uniroot(function(R) fall_of(0.01, R, 100) - 1.5, c(1.5, 3), tol = 1e-15)$root
runs <- c(
  run_of(0.01, odds, 100, 0.01, 2.75, 4, TRUE),
  run_of(0.01, odds, 100, 0.02, 2.75, 4, TRUE),
  run_of(0.01, odds, 100, 0.01, 4.25, 4, TRUE),
  run_of(0.01, 2, 100, 0.01, 2.503, 1000, FALSE),
  run_of(0.01, 2, 100, 0.02, 2.503, 1000, FALSE),
  run_of(0.01, 3, 30, 0.01, 2.003, 2000, FALSE),
  run_of(0.02, 2, 200, 0.02, 3.003, 1000, FALSE)
)

triangle <- rbind(c(40, 70, 90, 99), c(35, 66, 88, 97), c(44, 75, 94, NA), c(30, 60, NA, NA), c(38, NA, NA, NA))
factors <- sapply(1:3, function(d) {
  both <- !is.na(triangle[, d + 1])
  sum(triangle[both, d + 1]) / sum(triangle[both, d])
})
complete <- 1 / rev(cumprod(rev(c(factors, 1))))
latest <- apply(triangle, 1, function(row) max(row, na.rm = TRUE))
delay <- apply(triangle, 1, function(row) sum(!is.na(row)))
triangles <- obj(
  triangle = grid(triangle), factors = arr(factors), completeness = arr(complete), ultimates = arr(latest / complete[delay])
)

nowcasts <- apply(
  rbind(c(0, 0.4, 2, 0.5), c(3, 0.4, 2, 0.5), c(12, 0.9, 1, 0.1), c(0, 1, 2, 0.5), c(1, 0.05, 0.5, 0.25)), 1,
  function(v) {
    size <- v[3] + v[1]
    prob <- (v[4] + v[2]) / (v[4] + 1)
    obj(
      reported = num(v[1]), complete = num(v[2]), shape = num(v[3]), rate = num(v[4]), mean = num(size * (1 - prob) / prob),
      low = num(qnbinom(0.025, size, prob) + 0), high = num(qnbinom(0.975, size, prob))
    )
  }
)

cat(
  '{\n  "xmr": ', all_of(xmrs), ',\n  "pChart": ', all_of(p_charts), ',\n  "cusum": ', all_of(cusums), ',\n  "runLength": ', all_of(runs),
  ',\n  "triangle": ', triangles, ',\n  "nowcast": ', all_of(nowcasts), "\n}\n",
  sep = ""
)
