// SPDX-License-Identifier: GPL-3.0-or-later

// TeacherBench-1 in C++, single thread, scalar, written from the specification in README.md.
//
// Usage: teacherbench [TEACHERS [REPLICATIONS [SEED]]]
//
// Every draw is a function of replication, year and the teacher's identity: the finaliser of
// splitmix64 over a key and a counter. One 64-bit word holds both decisions of a teacher and year.
// Rows are looked at once a year; tables are brought up to date by what happens to them.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

namespace {

constexpr int counties = 13, stages = 4, subjects = 16, grades = 4, years = 10, ages = 128;
constexpr int cells = counties * stages * subjects, groups = counties * stages;

std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;

std::uint64_t splitmix64(std::uint64_t x) { return mix(x + golden); }

std::uint32_t threshold(double p) {
  return static_cast<std::uint32_t>(std::min(std::round(p * 0x1p32), 0x1p32 - 1));
}

struct Population {
  std::vector<std::uint32_t> id;
  std::vector<std::uint16_t> cell, age, school;
  std::vector<std::uint8_t> sex, grade;

  std::size_t size() const { return id.size(); }

  void append(std::uint32_t i, int c, int a, int s, int g, int in) {
    id.push_back(i);
    cell.push_back(static_cast<std::uint16_t>(c));
    age.push_back(static_cast<std::uint16_t>(a));
    school.push_back(static_cast<std::uint16_t>(in));
    sex.push_back(static_cast<std::uint8_t>(s));
    grade.push_back(static_cast<std::uint8_t>(g));
  }

  void move(std::size_t from, std::size_t to) {
    id[to] = id[from];
    cell[to] = cell[from];
    age[to] = age[from];
    school[to] = school[from];
    sex[to] = sex[from];
    grade[to] = grade[from];
  }

  void resize(std::size_t n) {
    id.resize(n);
    cell.resize(n);
    age.resize(n);
    school.resize(n);
    sex.resize(n);
    grade.resize(n);
  }
};

int member(const int *cumulative, std::uint64_t percentile) {
  int k = 0;
  while (static_cast<int>(percentile) >= cumulative[k]) k++;
  return k;
}

Population opening(std::uint64_t n, std::uint64_t schools) {
  static const int county[] = {20, 33, 44, 53, 61, 68, 74, 80, 85, 89, 93, 97, 100};
  static const int stage[] = {35, 70, 88, 100}, grade[] = {40, 75, 95, 100};
  Population p;
  for (std::uint64_t i = 0; i < n; i++) {
    const std::uint64_t h1 = splitmix64(2 * i + 1), h2 = splitmix64(2 * i + 2);
    const int c = member(county, (h1 & 0xFFFF) % 100), s = member(stage, (h1 >> 16 & 0xFFFF) % 100);
    p.append(static_cast<std::uint32_t>(i), (c * stages + s) * subjects + (h1 >> 32 & 0xFFFF) % 16,
             288 + (h2 & 0xFFFFFFFF) % 480, (h1 >> 48) % 100 < 60,
             member(grade, (h2 >> 32 & 0xFFFF) % 100), c + 13 * ((h2 >> 48) % schools));
  }
  return p;
}

// A year's output.
struct Row {
  std::int32_t stock[cells] = {}, byGrade[groups * grades] = {};
  std::int64_t pay = 0;
  std::int32_t retired = 0, resigned = 0, promoted = 0, hired = 0;
};

struct Tables {
  std::uint32_t resigns[2][ages] = {}, applies[grades] = {};
  std::int64_t pay[grades][ages] = {};
  std::uint8_t limit[2] = {65, 63};
};

Tables tables() {
  Tables t;
  const double p[grades] = {0.12, 0.06, 0.03, 0};
  for (int a = 0; a < ages; a++) {
    for (int s = 0; s < 2; s++) {
      const double q = (s ? 1.1 : 1.0) * (0.02 + 0.06 / (1 + std::exp((a - 30) / 3.0)) +
                                          0.25 / (1 + std::exp(-(a - 60) / 1.5)));
      t.resigns[s][a] = a < 20 || a > 70 ? 0 : threshold(q);
    }
    for (int g = 0; g < grades; g++)
      t.pay[g][a] = 30000 + 8000 * g + 600 * std::min(20, std::max(0, a - 24));
  }
  for (int g = 0; g < grades; g++) t.applies[g] = threshold(p[g]);
  return t;
}

void count(const Population &p, const Tables &t, Row &row) {
  for (std::size_t i = 0; i < p.size(); i++) {
    row.stock[p.cell[i]]++;
    row.byGrade[p.cell[i] / subjects * grades + p.grade[i]]++;
    row.pay += t.pay[p.grade[i]][p.age[i] / 12];
  }
}

class Replication {
 public:
  Replication(const Population &opening, const Row &counted, const Tables &tables,
              std::uint64_t schools, std::uint64_t seed)
      : population(opening), first(counted), last(counted), tables(tables), schools(schools),
        next(static_cast<std::uint32_t>(opening.size())), key(splitmix64(seed)) {}

  Row advance(int t) {
    Row row;
    const std::uint64_t yearKey = splitmix64(key + static_cast<std::uint64_t>(t));
    for (auto &c : candidates) c.clear();
    leave(row, yearKey);
    promote(row, splitmix64(yearKey));
    hire(row, t, splitmix64(yearKey + 1));
    last = row;
    return row;
  }

 private:
  // Ages, retires and resigns; counts who stays and who is a candidate.
  void leave(Row &row, std::uint64_t yearKey) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < population.size(); i++) {
      const unsigned months = population.age[i] += 12, a = months / 12;
      const int sex = population.sex[i];
      if (a >= tables.limit[sex]) {
        row.retired++;
        continue;
      }
      const std::uint64_t word = mix(yearKey + golden * (population.id[i] + 1ULL));
      if (static_cast<std::uint32_t>(word) < tables.resigns[sex][a]) {
        row.resigned++;
        continue;
      }
      const int cell = population.cell[i], grade = population.grade[i], group = cell / subjects;
      if (static_cast<std::uint32_t>(word >> 32) < tables.applies[grade])
        candidates[group * grades + grade].push_back(static_cast<std::uint32_t>(kept));
      row.stock[cell]++;
      row.byGrade[group * grades + grade]++;
      row.pay += tables.pay[grade][a];
      population.move(i, kept++);
    }
    population.resize(kept);
  }

  // Promotes candidates, at random where there are more than places.
  void promote(Row &row, std::uint64_t streamKey) {
    static const double cap[grades] = {1, 0.36, 0.21, 0.06};
    std::uint64_t draw = 0;
    for (int group = 0; group < groups; group++) {
      int stock = 0;
      for (int g = 0; g < grades; g++) stock += last.byGrade[group * grades + g];
      for (int g = 0; g + 1 < grades; g++) {
        auto &those = candidates[group * grades + g];
        const int places = std::max(0, static_cast<int>(std::floor(cap[g + 1] * stock)) -
                                           last.byGrade[group * grades + g + 1]);
        const int risen = std::min(places, static_cast<int>(those.size()));
        for (int k = 0; k < risen; k++) {
          if (risen < static_cast<int>(those.size())) {
            const std::uint64_t word = mix(streamKey + golden * ++draw);
            const std::uint64_t other = ((word >> 32) * (those.size() - k)) >> 32;
            std::swap(those[k], those[k + other]);
          }
          population.grade[those[k]] = static_cast<std::uint8_t>(g + 1);
        }
        row.promoted += risen;
        row.byGrade[group * grades + g] -= risen;
        row.byGrade[group * grades + g + 1] += risen;
        row.pay += 8000 * risen;
      }
    }
  }

  void hire(Row &row, int t, std::uint64_t streamKey) {
    static const double growth[stages] = {-0.01, 0, 0.01, 0.005};
    static const std::uint32_t fills = threshold(0.99), female = threshold(0.6);
    double factor[stages];
    for (int s = 0; s < stages; s++) factor[s] = std::pow(1 + growth[s], t);
    std::uint64_t draw = 0;
    for (int cell = 0; cell < cells; cell++) {
      const int group = cell / subjects, county = group / stages;
      const int demand =
          static_cast<int>(std::floor(first.stock[cell] * factor[group % stages] + 0.5));
      for (int v = demand - row.stock[cell]; v > 0; v--) {
        const std::uint64_t word = mix(streamKey + golden * ++draw);
        if (static_cast<std::uint32_t>(word >> 32) >= fills) continue;
        const std::uint64_t person = mix(streamKey + golden * ++draw);
        const int age = 264 + static_cast<int>(((person & 0xFFFFFFFF) * 120) >> 32);
        const int school = county + 13 * static_cast<int>(((word & 0xFFFFFFFF) * schools) >> 32);
        population.append(next++, cell, age, static_cast<std::uint32_t>(person >> 32) < female, 0,
                          school);
        row.hired++;
        row.stock[cell]++;
        row.byGrade[group * grades]++;
        row.pay += tables.pay[0][age / 12];
      }
    }
  }

  Population population;
  const Row &first;
  Row last;
  const Tables &tables;
  std::uint64_t schools;
  std::uint32_t next;
  std::uint64_t key;
  std::vector<std::uint32_t> candidates[groups * grades];
};

}  // namespace

int main(int argc, char **argv) {
  const std::uint64_t n = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 40500;
  const int replications = argc > 2 ? std::atoi(argv[2]) : 100;
  const std::uint64_t seed = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 12345;
  const std::uint64_t schools =
      std::max<std::uint64_t>(1, static_cast<std::uint64_t>(std::llround(998.0 * n / 40500 / 13)));
  const Tables t = tables();
  const Population start = opening(n, schools);
  Row counted;
  count(start, t, counted);
  std::vector<Row> output;
  const auto begin = std::chrono::steady_clock::now();
  output.reserve(static_cast<std::size_t>(replications) * years);
  for (int r = 0; r < replications; r++) {
    Replication replication(start, counted, t, schools, seed + static_cast<std::uint64_t>(r));
    for (int year = 1; year <= years; year++) output.push_back(replication.advance(year));
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  double stock = 0, pay = 0, retired = 0, resigned = 0, promoted = 0, hired = 0;
  for (std::size_t i = 0; i < output.size(); i++) {
    retired += output[i].retired;
    resigned += output[i].resigned;
    promoted += output[i].promoted;
    hired += output[i].hired;
    if (i % years != years - 1) continue;
    for (int c = 0; c < cells; c++) stock += output[i].stock[c];
    pay += static_cast<double>(output[i].pay);
  }
  std::printf("seconds %.6f\n", seconds.count());
  const char *names[] = {"stock", "pay", "retirements", "resignations", "promotions", "hires"};
  const double sums[] = {stock, pay, retired, resigned, promoted, hired};
  for (int i = 0; i < 6; i++) std::printf("%s %.4f\n", names[i], sums[i] / replications);
}
