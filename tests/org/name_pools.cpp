#include "org/name_pools.hpp"

namespace crosswalk::org {
namespace {
using namespace std::string_view_literals;

constexpr std::string_view kGermanFirst[] = {"Jürgen", "Käthe", "Björn",      "Sören", "Anneliese",
                                             "Götz",   "Müjde", "Lieselotte", "Jörg",  "Änne"};
constexpr std::string_view kGermanLast[] = {
    "Müller",   "Weiß",         "von der Heydte",     "Schäfer",
    "Großmann", "Österreicher", "Meyer-Lüdenscheidt", "Köhler",
    "Jäger",    "Özdemir"};
constexpr std::string_view kGermanCities[] = {"München", "Köln", "Düsseldorf", "Gießen", "Berlin"};
constexpr std::string_view kFrenchFirst[] = {"Zoé",    "Loïc",   "Anaïs",  "François", "Noëlle",
                                             "Jérôme", "Maëlys", "Benoît", "Cécile",   "Gaëtan"};
constexpr std::string_view kFrenchLast[] = {"Lefèvre",       "d’Aubigné", "Béranger", "L'Hermite",
                                            "Sœur-Marchand", "Dupont",    "Français", "Guérin",
                                            "Lemaître",      "Château"};
constexpr std::string_view kFrenchCities[] = {"Nîmes", "Orléans", "Besançon", "Saint-Étienne",
                                              "Paris"};
constexpr std::string_view kNordicFirst[] = {"Åsa",  "Søren", "Þórunn", "Jørgen",   "Märta",
                                             "Ægir", "Håkon", "Øyvind", "Sigríður", "Päivi"};
constexpr std::string_view kNordicLast[] = {
    "Ångström",     "Sørensen",  "Guðmundsdóttir", "Bjørnstad", "Mäkinen",
    "Þorsteinsson", "Lindqvist", "Håland",         "Kjær",      "Sjöberg"};
constexpr std::string_view kNordicCities[] = {"Malmö", "Århus", "Tromsø", "Jyväskylä", "Reykjavík"};
constexpr std::string_view kIberianFirst[] = {"João",    "Núria",     "Iñaki", "Conceição",
                                              "Álvaro",  "Begoña",    "Inês",  "Martín",
                                              "Açucena", "José María"};
constexpr std::string_view kIberianLast[] = {
    "Muñoz", "Gonçalves", "Etxebarría", "Ibáñez de la Cruz", "Simões",
    "Peña",  "Magalhães", "Núñez",      "Assunção",          "Castaño"};
constexpr std::string_view kIberianCities[] = {"A Coruña", "São Paulo", "Málaga", "Évora",
                                               "Logroño"};
constexpr std::string_view kSlavicFirst[] = {"Łukasz",    "Zdeněk",   "Agnieszka", "Živa",
                                             "Stanisław", "Kateřina", "Đorđe",     "Małgorzata",
                                             "Šárka",     "Čestmír"};
constexpr std::string_view kSlavicLast[] = {
    "Wiśniewski", "Dvořák", "Żółkiewska",          "Đoković",   "Kołodziejczyk",
    "Šťastný",    "Čapek",  "Brzęczyszczykiewicz", "Kovačević", "Ďurica"};
constexpr std::string_view kSlavicCities[] = {"Łódź", "Plzeň", "Košice", "Niš", "Gdańsk"};
constexpr std::string_view kCyrillicFirst[] = {"Олена",   "Дмитро",    "Ксенія", "Владимир",
                                               "Щорс",    "Анастасія", "Юлія",   "Богдан",
                                               "Соломія", "Йосип"};
constexpr std::string_view kCyrillicLast[] = {"Шевченко",   "Ковальчук", "Їжакевич", "Димитров",
                                              "Бондаренко", "Гнатюк",    "Петков",   "Стоянова",
                                              "Цвєткова",   "Ющенко"};
constexpr std::string_view kCyrillicCities[] = {"Київ", "Львів", "Софія", "Пловдив", "Одеса"};
constexpr std::string_view kGreekFirst[] = {"Γιώργος", "Ελένη", "Χρήστος", "Δήμητρα",
                                            "Άγγελος", "Ζωή",   "Σπύρος",  "Ευαγγελία"};
constexpr std::string_view kGreekLast[] = {"Παπαδόπουλος", "Αγγελοπούλου", "Κωνσταντινίδης",
                                           "Οικονόμου",    "Ψαρρού",       "Βλάχος",
                                           "Χατζηδάκης"};
constexpr std::string_view kGreekCities[] = {"Αθήνα", "Θεσσαλονίκη", "Ηράκλειο"};
constexpr std::string_view kHebrewFirst[] = {"נועה", "יוסף",  "תמר", "איתי",
                                             "שירה", "אברהם", "מיכל"};
constexpr std::string_view kHebrewLast[] = {"כהן", "לוי",     "בן־דוד", "מזרחי",
                                            "פרץ", "אבוטבול", "שפירא"};
constexpr std::string_view kHebrewCities[] = {"תל אביב", "חיפה", "ירושלים"};
constexpr std::string_view kArabicFirst[] = {"فاطمة", "عبد الله", "مريم",  "يوسف",
                                             "نور",   "خالد",     "عائشة", "حسين"};
constexpr std::string_view kArabicLast[] = {"الحسيني", "بن زايد", "القحطاني", "المصري",
                                            "حداد",    "النجار",  "أبو بكر"};
constexpr std::string_view kArabicCities[] = {"القاهرة", "عمّان", "دبي"};
constexpr std::string_view kIndianFirst[] = {"अनन्या", "राहुल", "प्रियंका", "विक्रम",
                                             "श्रेया",  "अर्जुन", "कृष्णा"};
constexpr std::string_view kIndianLast[] = {"शर्मा", "कुलकर्णी", "चतुर्वेदी", "सिंह", "अग्रवाल", "त्रिपाठी"};
constexpr std::string_view kIndianCities[] = {"मुंबई", "पुणे", "दिल्ली"};
constexpr std::string_view kJapaneseFirst[] = {"さくら", "健太", "美咲",   "翔太",
                                               "陽菜",   "一郎", "あゆみ", "𠮷郎"};
constexpr std::string_view kJapaneseLast[] = {"佐藤", "鈴木", "高橋", "渡邊",
                                              "齋藤", "𠮷田", "小林", "森"};
constexpr std::string_view kJapaneseCities[] = {"東京", "大阪", "札幌"};
constexpr std::string_view kChineseFirst[] = {"伟", "芳", "秀英", "思远", "雨桐", "子涵", "静"};
constexpr std::string_view kChineseLast[] = {"王", "李", "欧阳", "张", "司马", "陈", "黄"};
constexpr std::string_view kChineseCities[] = {"上海", "臺北", "深圳"};
constexpr std::string_view kKoreanFirst[] = {"민준", "서연", "지우", "하은", "도윤", "수빈"};
constexpr std::string_view kKoreanLast[] = {"김", "이", "박", "남궁", "최", "황보"};
constexpr std::string_view kKoreanCities[] = {"서울", "부산", "대구"};
constexpr std::string_view kEnglishFirst[] = {"Olivia",   "Mary Ann", "Jack", "Siobhán", "Ngozi",
                                              "D'Angelo", "Chloë",    "Rhys", "J. R.",   "Isla"};
constexpr std::string_view kEnglishLast[] = {
    "O'Brien", "Smith", "St. John-Smythe", "MacGregor", "Nwosu", "de la Mare", "van Dyke III",
    "Null",    "True",  "Ó Súilleabháin"};
constexpr std::string_view kEnglishCities[] = {"London", "New York", "Stratford-upon-Avon",
                                               "Baile Átha Cliath", "Auckland"};
constexpr std::string_view kVietnameseFirst[] = {"Thảo", "Đức",  "Phương",
                                                 "Hằng", "Tuấn", "Ngọc Ánh"};
constexpr std::string_view kVietnameseLast[] = {"Nguyễn", "Trần", "Đặng", "Huỳnh", "Võ", "Phạm"};
constexpr std::string_view kVietnameseCities[] = {"Hà Nội", "Đà Nẵng", "Huế"};
constexpr std::string_view kTurkishFirst[] = {"İbrahim", "Ayşe", "Çağla",
                                              "Gökhan",  "Işıl", "Şeyma"};
constexpr std::string_view kTurkishLast[] = {"Yılmaz", "Öztürk", "Çelik",
                                             "Şahin",  "Doğan",  "Güneş"};
constexpr std::string_view kTurkishCities[] = {"İstanbul", "Muğla", "Eskişehir"};

constexpr NamePool kPools[] = {
    {kEnglishFirst, kEnglishLast, kEnglishCities, "United Kingdom", "+44 (0)20 #### ####"},
    {kGermanFirst, kGermanLast, kGermanCities, "Deutschland", "+49 89 / ### ###-##"},
    {kFrenchFirst, kFrenchLast, kFrenchCities, "France", "0# ## ## ## ##"},
    {kNordicFirst, kNordicLast, kNordicCities, "Sverige", "+46-8-### ## ##"},
    {kIberianFirst, kIberianLast, kIberianCities, "España", "+34 ### ### ###"},
    {kSlavicFirst, kSlavicLast, kSlavicCities, "Polska", "(+48) ##-###-##-##"},
    {kCyrillicFirst, kCyrillicLast, kCyrillicCities, "Україна", "+380 (##) ###-##-##"},
    {kGreekFirst, kGreekLast, kGreekCities, "Ελλάδα", "+30 2## ### ####"},
    {kHebrewFirst, kHebrewLast, kHebrewCities, "ישראל", "+972-#-###-####"},
    {kArabicFirst, kArabicLast, kArabicCities, "مصر", "+20 ## #### ####"},
    {kIndianFirst, kIndianLast, kIndianCities, "भारत", "+91 ##### #####"},
    {kJapaneseFirst, kJapaneseLast, kJapaneseCities, "日本", "０３－####－####"},
    {kChineseFirst, kChineseLast, kChineseCities, "中国", "+86 1## #### ####"},
    {kKoreanFirst, kKoreanLast, kKoreanCities, "대한민국", "010-####-####"},
    {kVietnameseFirst, kVietnameseLast, kVietnameseCities, "Việt Nam", "+84 ## ### ## ##"},
    {kTurkishFirst, kTurkishLast, kTurkishCities, "Türkiye", "0 (###) ### ## ## dahili ##"},
};

constexpr std::string_view kCompanies[] = {"Hölderlin & Söhne GmbH",
                                           "Acme, Inc.",
                                           "株式会社みらい",
                                           "Société Générale d’Événements",
                                           "ООО «Ромашка»",
                                           "\"Quoted\" Partners LLP",
                                           "Łódź Logistics Sp. z o.o.",
                                           "شركة النور",
                                           "A.B.C. (Overseas) Ltd",
                                           "Crème Brûlée Catering",
                                           "Nordlys AS",
                                           "北京创新科技有限公司",
                                           "Zürich Re",
                                           "Ελληνικά Συνέδρια Α.Ε.",
                                           "Björk & Sons",
                                           "O'Reilly's Pub Group",
                                           "भारत आयोजन",
                                           "Studio 🎪 Circus",
                                           "Tab\tSeparated Co",
                                           "Smith; Jones; Partners"};
constexpr std::string_view kTitles[] = {"Head of Events",
                                        "Geschäftsführerin",
                                        "Directeur général",
                                        "VP, Marketing & Partnerships",
                                        "Software Engineer",
                                        "部長",
                                        "Менеджер проєктів",
                                        "Professor emeritus",
                                        "Chief Happiness Officer 😀",
                                        "Assistant to the Regional Manager",
                                        "Ingénieur d’affaires",
                                        "CEO/CTO"};
constexpr std::string_view kSentences[] = {"Prefers a seat near the door.",
                                           "Allergic to nuts; please tell the kitchen.",
                                           "Asked for an invoice in two copies.",
                                           "Kommt mit dem Nachtzug und braucht früh einen Raum.",
                                           "A besoin d’un badge en braille.",
                                           "名札は漢字でお願いします。",
                                           "Wants to meet the \"Platinum\" sponsors.",
                                           "Said: it's fine, don't call before 10 a.m.",
                                           "Потрібен переклад на українську.",
                                           "Met at last year's gala \\ workshop.",
                                           "سيحضر مع ضيف واحد.",
                                           "Line one of the address\nline two of the address.",
                                           "Will pay 50% now, 50% later.",
                                           "Has been with us since 2009 🎉.",
                                           "Το ξενοδοχείο είναι κοντά στον σταθμό.",
                                           "<b>Important</b> & urgent, says the form."};

}  // namespace

std::span<const NamePool> name_pools() { return kPools; }
std::span<const std::string_view> companies() { return kCompanies; }
std::span<const std::string_view> titles() { return kTitles; }
std::span<const std::string_view> sentences() { return kSentences; }

}  // namespace crosswalk::org
