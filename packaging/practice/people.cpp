// SPDX-FileCopyrightText: 2026 The Veikart authors
// SPDX-License-Identifier: MIT
#include "packaging/practice/people.h"

#include <array>

namespace veikart::practice {

namespace {

constexpr std::array kStaff = {
    Staff{"019f0000-0000-7000-8000-00000000a001", "Kari", "Moen", false},
    Staff{"019f0000-0000-7000-8000-00000000a002", "Jonas", "Lie", false},
    Staff{"019f0000-0000-7000-8000-00000000a003", "Amal", "Yusuf", false},
    Staff{"019f0000-0000-7000-8000-00000000a004", "Randi", "Vik", true},
};

constexpr std::array kClients = {
    Client{"Ola", "Nordli", "1998-06-17", "norsk", "", 0, -1, 7, Story::BegunMapping},
    Client{"Samira", "Ahmed", "1989-01-25", "arabisk", "til viktige ting", 0, -1, 14, Story::MeetingToday},
    Client{"Amina", "Hassan", "1992-03-04", "somali", "til viktige ting", 0, 1, 7, Story::OverdueTask},
    Client{"Per", "Solbakken", "1971-09-12", "norsk", "", 0, -1, 7, Story::LostContact},
    Client{"Liv", "Berg", "1984-11-30", "norsk", "", 0, -1, 30, Story::OldMapping},
    Client{"Åse", "Ørjavik", "1978-02-25", "norsk", "", 0, -1, 7, Story::Calm},
    Client{"Håkon", "Fossum", "1984-07-08", "norsk", "", 0, -1, 14, Story::Calm},
    Client{"Ingrid", "Haugen", "1974-11-09", "norsk", "", 0, -1, 30, Story::Calm},
    Client{"Mohammed", "Ali", "1986-11-03", "arabisk", "alltid", 0, -1, 14, Story::Calm},
    Client{"Olena", "Kovalenko", "1993-10-03", "ukrainsk", "til viktige ting", 0, 1, 7, Story::Concluding},
    Client{"Kjell", "Brekke", "1996-06-23", "norsk", "", 0, -1, 14, Story::Calm},
    Client{"Fatuma", "Warsame", "1996-08-11", "somali", "til viktige ting", 0, -1, 14, Story::Calm},
    Client{"Dawit", "Tesfay", "1985-01-02", "tigrinja", "", 0, -1, 7, Story::Calm},
    Client{"Marte", "Sletten", "2006-01-20", "norsk", "", 0, -1, 7, Story::Calm},
    Client{"Terje", "Engen", "1968-10-14", "norsk", "", 1, -1, 14, Story::Busy},
    Client{"Leila", "Karimi", "2000-11-04", "dari", "", 2, -1, 14, Story::Calm},
    Client{"Bjørn", "Næss", "1975-04-12", "norsk", "", 1, 2, 14, Story::Busy},
    Client{"Agnieszka", "Nowak", "1993-11-18", "polsk", "til viktige ting", 2, -1, 7, Story::Calm},
    Client{"Yonas", "Haile", "1991-09-26", "tigrinja", "", 1, -1, 7, Story::Busy},
    Client{"Solveig", "Myhre", "1976-01-16", "norsk", "", 2, -1, 30, Story::New},
    Client{"Arne", "Sandnes", "1989-01-07", "norsk", "", 1, -1, 14, Story::LostContact},
    Client{"Halima", "Omar", "1970-04-23", "somali", "", 2, -1, 14, Story::Calm},
    Client{"Trine", "Lunde", "1991-09-05", "norsk", "", 1, -1, 7, Story::OverdueTask},
    Client{"Ruben", "Aas", "2002-09-27", "norsk", "", 2, -1, 14, Story::OldMapping},
    Client{"Zahra", "Rahimi", "1978-12-18", "dari", "til viktige ting", 1, -1, 7, Story::Busy},
    Client{"Sigrid", "Bakken", "1970-03-04", "norsk", "", 2, -1, 14, Story::Calm},
    Client{"Ivan", "Petrenko", "1993-12-12", "ukrainsk", "til viktige ting", 1, -1, 30, Story::Busy},
    Client{"Nora", "Viken", "1970-11-10", "norsk", "", 2, 1, 30, Story::Calm},
    Client{"Abdi", "Farah", "1969-09-06", "somali", "til viktige ting", 1, -1, 14, Story::Busy},
    Client{"Elin", "Skaar", "1992-04-11", "norsk", "", 2, -1, 30, Story::New},
    Client{"Morten", "Dalseth", "1990-01-11", "norsk", "", 1, -1, 30, Story::LostContact},
    Client{"Maryam", "Yusufi", "1979-08-16", "dari", "", 2, -1, 7, Story::Calm},
    Client{"Stian", "Røstad", "1979-01-06", "norsk", "", 1, -1, 7, Story::OverdueTask},
    Client{"Gro", "Holte", "1991-11-21", "norsk", "", 2, -1, 30, Story::OldMapping},
    Client{"Piotr", "Wisniewski", "1982-05-26", "polsk", "", 1, -1, 14, Story::Busy},
    Client{"Hanne", "Grønli", "1991-02-04", "norsk", "", 2, -1, 14, Story::Calm},
    Client{"Jamal", "Nasser", "2002-01-24", "arabisk", "til viktige ting", 1, -1, 7, Story::Busy},
    Client{"Unni", "Strand", "1981-03-05", "norsk", "", 2, -1, 7, Story::Calm},
    Client{"Sebastian", "Moe", "1965-08-15", "norsk", "", 1, 2, 14, Story::Busy},
    Client{"Rania", "Saleh", "1986-01-06", "arabisk", "alltid", 2, -1, 14, Story::New},
    Client{"Odd", "Bøe", "1970-02-03", "norsk", "", 1, -1, 14, Story::LostContact},
    Client{"Kristin", "Tangen", "2000-07-06", "norsk", "", 2, -1, 14, Story::Calm},
    Client{"Selam", "Gebre", "1970-02-01", "tigrinja", "", 1, -1, 30, Story::OverdueTask},
    Client{"Geir", "Ulvund", "1983-07-04", "norsk", "", 2, -1, 14, Story::OldMapping},
    Client{"Natalia", "Melnyk", "1991-09-08", "ukrainsk", "", 1, -1, 30, Story::Busy},
    Client{"Vigdis", "Hegge", "1997-08-04", "norsk", "", 2, -1, 14, Story::Calm},
    Client{"Omar", "Ibrahim", "1971-03-04", "arabisk", "alltid", 1, -1, 14, Story::Busy},
    Client{"Silje", "Nygård", "1975-08-04", "norsk", "", 2, -1, 14, Story::Calm},
    Client{"Tor", "Sæther", "1971-03-18", "norsk", "", 1, -1, 14, Story::Busy},
    Client{"Asha", "Jama", "1969-04-12", "somali", "til viktige ting", 2, 1, 7, Story::New},
    Client{"Eirik", "Kvam", "1966-06-22", "norsk", "", 1, -1, 7, Story::LostContact},
    Client{"Wenche", "Løkken", "1965-11-18", "norsk", "", 2, -1, 7, Story::Calm},
    Client{"Farid", "Azizi", "1980-03-02", "dari", "alltid", 1, -1, 7, Story::OverdueTask},
    Client{"Lene", "Rønning", "1988-04-27", "norsk", "", 2, -1, 7, Story::OldMapping},
    Client{"Roar", "Myrvold", "1968-04-02", "norsk", "", 1, -1, 14, Story::Busy},
    Client{"Hawa", "Diallo", "1993-07-18", "fransk", "til viktige ting", 2, -1, 14, Story::Calm},
    Client{"Mari", "Fjeld", "1966-07-27", "norsk", "", 1, -1, 7, Story::Busy},
    Client{"Bashir", "Hamidi", "1998-09-19", "dari", "alltid", 2, -1, 14, Story::Calm},
    Client{"Turid", "Solli", "1978-05-21", "norsk", "", 1, -1, 14, Story::Busy},
    Client{"Øyvind", "Åsen", "2000-07-28", "norsk", "", 2, -1, 14, Story::New},
};
static_assert(kClients.size() == 60);

} // namespace

std::span<const Staff> staff() {
  return kStaff;
}
std::span<const Client> clients() {
  return kClients;
}

} // namespace veikart::practice
