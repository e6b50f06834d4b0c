import Analytics
import Foundation
import Testing

/// What the files of `Fixtures` say to a KPI; `Fixtures/README.md` tells what each of them shows. The numbers were
/// added up by another program, or by hand.
@Suite struct FixtureTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let kpi: String
    let network: String?
    let days: String
    /// The behaviours of real files that it shows, by their place in `behaviours`, from 1.
    let shows: [Int]
    let expected: String

    init(
      _ name: String, _ file: String, _ kpi: String, on network: String? = nil, _ days: String, shows: [Int] = [],
      gives expected: String
    ) {
      (testDescription, self.file, self.kpi, self.network, self.days) = (name, file, kpi, network, days)
      (self.shows, self.expected) = (shows, expected)
    }
  }

  /// Where a good guess is wrong.
  static let behaviours = [
    "a csv may be UTF-16", "an .xls may be a true one", "a header may stand in the first row or in the second",
    "Total followers may be new ones", "a rate may be a fraction or a percentage",
    "counts may be below 0, rates above 1",
    "posts have a time of California", "the hour of a day may jump", "a day without a row may be one of 0, or missing",
    "a file may hold two networks and name them in its titles only", "two headers may be the same",
    "dates may have no year", "no value may be written in words", "the first row may be a total, the last no row",
    "a total need not be the sum of the rows", "headers may hold invisible signs",
    "a semicolon comes from a spreadsheet", "a spreadsheet may have damaged numbers",
    "a file may hold several tables, and days that are counted", "the members of an archive may disagree",
  ]

  static let rows = [
    Row(
      "daily reach is not added up", "meta/Reach.csv",
      "aw.reach", on: "facebook", "2026-10-26..2026-11-06",
      gives: "no: peopleAddedUp Primary"),
    Row(
      "one day of reach is that day's, by the network's clock: the hour that jumps is cut off", "meta/Reach.csv",
      "aw.reach", on: "facebook", "2026-11-02..2026-11-02", shows: [8],
      gives: "61 count = single Primary, 1/1 days, note daysOfNetwork facebook pacific"),
    Row(
      "a file of UTF-16 with two networks: the block of one is taken", "meta/Follows.csv",
      "follows", on: "instagram", "2026-10-26..2026-11-06", shows: [9],
      gives:
        "3 count = sum Primary, 7/12 days, incomplete missingDays 5: 2026-11-02..2026-11-06, note daysOfNetwork instagram pacific"
    ),
    Row(
      "where two blocks differ by their titles alone, the network is asked for", "meta/Follows.csv",
      "follows", "2026-10-26..2026-11-06", shows: [10],
      gives: "ask: whichNetwork Facebook follows"),
    Row(
      "gross follows are no followers", "meta/Follows.csv",
      "aw.followers", on: "facebook", "2026-10-26..2026-11-06",
      gives: "no: onlyChanges Primary"),
    Row(
      "a title in Spanish tells what Primary is", "meta/Reach_es.csv",
      "aw.reach", on: "instagram", "2026-10-26..2026-10-26",
      gives: "25 count = single Primary, 1/1 days, note daysOfNetwork instagram pacific"),
    Row(
      "parts of a hundred by age are no reach", "meta/Audience.csv",
      "aw.reach", "2026-09-01..2026-09-30",
      gives: "no: notInFile"),
    Row(
      "a total of followers under a raw key, by the title's network", "meta/Audience_2024_with_totals.csv",
      "aw.followers", on: "instagram", "2026-09-01..2026-09-30",
      gives:
        "1873 count = last IG_ACCOUNT,FOLLOW,UNIQUE_USERS, incomplete periodNotStated, note daysOfNetwork instagram pacific, note dayNotStated"
    ),
    Row(
      "posts count up to today: their sum is not that of the days", "meta/Sep-01-2026_Sep-30-2026_1000000000000001.csv",
      "views", on: "instagram", "2026-09-01..2026-09-30", shows: [7],
      gives: "no: itemsNotDays Views"),
    Row(
      "a course saved by a spreadsheet is still read", "meta/damaged_Reach_resaved_by_Excel_semicolon.csv",
      "aw.reach", on: "facebook", "2026-10-26..2026-10-26", shows: [17],
      gives: "40 count = single Primary, 1/1 days, note savedBySpreadsheet, note daysOfNetwork facebook pacific"),
    Row(
      "numbers that became dates are refused", "meta/damaged_Audience_dates_instead_of_decimals_cp1252.csv",
      "aw.reach", "2026-09-01..2026-09-30", shows: [18],
      gives: "file: numbersChangedIntoDates(column: \"Women\", line: 3, text: \"3.apr\")"),
    Row(
      "rows that became one text each are refused", "meta/damaged_content_whole_line_quoted.csv",
      "views", "2026-09-01..2026-09-30",
      gives: "file: wholeRowsQuoted(line: 1)"),
    Row(
      "28 days counted back are another number than the month",
      "meta/Facebook Insights Data Export - Example - 2020-09-01.csv",
      "aw.reach", on: "facebook", "2020-08-01..2020-08-31",
      gives: "no: otherWindow 28 Days Total Reach 28"),
    Row(
      "a second row of headers is no data", "meta/Facebook Insights Data Export - Example - 2020-09-01.csv",
      "lifetime total likes", on: "facebook", "2020-08-01..2020-08-03",
      gives: "4013 count = last Lifetime Total Likes, 3/3 days, note daysOfNetwork facebook pacific"),
    Row(
      "two columns named Views, of posts", "meta/Facebook_content_views_twice.csv",
      "views", on: "facebook", "2026-09-01..2026-09-30", shows: [11],
      gives: "no: itemsNotDays Views"),
    Row(
      "German headers with invisible hyphens", "youtube/Tabellendaten.csv",
      "views", on: "youtube", "2026-09-01..2026-09-30", shows: [16],
      gives:
        "1505 count = single Auf\u{AD}ru\u{AD}fe, incomplete periodNotStated, note totalTaken Ge\u{AD}samt, note networkNotStated, note cutOff Die 500 be\u{AD}sten Ergebnisse werden angezeigt"
    ),
    Row(
      "a rate from the German total", "youtube/Tabellendaten.csv",
      "ctr", on: "youtube", "2026-09-01..2026-09-30",
      gives:
        "5.02 percent = single Klickrate der Impressionen (%), incomplete periodNotStated, note totalTaken Ge\u{AD}samt, note networkNotStated, note cutOff Die 500 be\u{AD}sten Ergebnisse werden angezeigt"
    ),
    Row(
      "a true .xls, header in the second row, the total of three columns",
      "linkedin/example-page_content_1790812800000.xls",
      "aw.impressions", on: "linkedin", "2026-09-01..2026-09-30", shows: [2, 3],
      gives: "6045 count = sum Impressions (total), 30/30 days, Metrics, note daysOfNetwork linkedin utc"),
    Row(
      "clicks are in LinkedIn's engagement, and a rate is a sum over a sum",
      "linkedin/example-page_content_1790812800000.xls",
      "en.er_impressions", on: "linkedin", "2026-09-01..2026-09-30", shows: [5],
      gives:
        "8.7014 percent = ratio Clicks (total) + Reactions (total) + Comments (total) + Reposts (total) / Impressions (total), 30/30 days, Metrics, note daysOfNetwork linkedin utc"
    ),
    Row(
      "a count below zero is added like any other", "linkedin/example-page_content_1790812800000.xls",
      "comments", on: "linkedin", "2026-09-01..2026-09-30", shows: [6],
      gives: "-1 count = sum Comments (total), 30/30 days, Metrics, note daysOfNetwork linkedin utc"),
    Row(
      "Total followers are those of the day", "linkedin/example-page_followers_1790812900000.xls",
      "aw.followers", on: "linkedin", "2026-09-01..2026-09-30", shows: [4],
      gives: "no: newNotTotal Total followers"),
    Row(
      "and so may be added up", "linkedin/example-page_followers_1790812900000.xls",
      "net new followers", on: "linkedin", "2026-09-01..2026-09-30",
      gives: "44 count = sum Total followers, 30/30 days, New followers, note networkNotStated"),
    Row(
      "Portuguese headers", "linkedin/example-page_content_pt_1790813000000.xls",
      "en.er_impressions", on: "linkedin", "2026-09-01..2026-09-05",
      gives:
        "8.0702 percent = ratio Cliques (total) + Reações (total) + Comentários (total) + Compartilhamentos (total) / Impressões (total), 5/5 days, Métricas, note networkNotStated"
    ),
    Row(
      "unique impressions are people", "linkedin/example-page_content_pt_1790813000000.xls",
      "unique impressions", on: "linkedin", "2026-09-01..2026-09-05",
      gives: "no: peopleAddedUp Impressões únicas (orgânicas)"),
    Row(
      "a total over the table, with its day", "linkedin/Content_2026-09-01_2026-09-30_InventedPerson.xlsx",
      "aw.followers", on: "linkedin", "2026-09-01..2026-09-30",
      gives: "1544 count = single Total followers on 9/30/2026:, 1/1 days, FOLLOWERS, note networkNotStated"),
    Row(
      "days that are not there make it incomplete", "linkedin/Content_2026-09-01_2026-09-30_InventedPerson.xlsx",
      "aw.impressions", on: "linkedin", "2026-09-01..2026-09-30",
      gives:
        "798 count = sum Impressions, 2/30 days, ENGAGEMENT, incomplete missingDays 28: 2026-09-03..2026-09-30, note networkNotStated"
    ),
    Row(
      "newest first", "x/account_overview_analytics.csv",
      "aw.impressions", on: "x", "2026-09-01..2026-09-28",
      gives: "3570 count = sum Impressions, 28/28 days, note networkNotStated"),
    Row(
      "follows less unfollows", "x/account_overview_analytics.csv",
      "net new followers", on: "x", "2026-09-01..2026-09-28",
      gives: "24 count = sum New follows + −Unfollows, 28/28 days, note networkNotStated"),
    Row(
      "no total anywhere", "x/account_overview_analytics.csv",
      "aw.followers", on: "x", "2026-09-01..2026-09-28",
      gives: "no: onlyChanges New follows | Unfollows"),
    Row(
      "posts on X", "x/account_analytics_content_2026-07-01_2026-09-28.csv",
      "aw.impressions", on: "x", "2026-09-01..2026-09-30",
      gives: "no: itemsNotDays Impressions"),
    Row(
      "the course of days before the total, and that they differ",
      "youtube/Content 2026-09-01_2026-10-01 Example Channel.zip",
      "views", on: "youtube", "2026-09-01..2026-09-30", shows: [15],
      gives:
        "1311 count = sum Views, 30/30 days, Totals.csv, note networkNotStated, note othersDiffer Table data.csv 1505"),
    Row(
      "the total comes first and is no row", "youtube/Content 2026-09-01_2026-10-01 Example Channel.zip",
      "watch time", on: "youtube", "2026-09-01..2026-09-30", shows: [14],
      gives: "98.4125 hours = single Watch time (hours), Table data.csv, note totalTaken Total, note networkNotStated"),
    Row(
      "people from the total, whose period the archive's name gives",
      "youtube/Content 2026-09-01_2026-10-01 Example Channel.zip",
      "viewers", on: "youtube", "2026-09-01..2026-09-30",
      gives: "801 count = single Unique viewers, Table data.csv, note totalTaken Total, note networkNotStated"),
    Row(
      "subscribers are a change", "youtube/Content 2026-09-01_2026-10-01 Example Channel.zip",
      "aw.followers", on: "youtube", "2026-09-01..2026-09-30",
      gives: "no: onlyChanges Subscribers"),
    Row(
      "a rate from the total", "youtube/Content 2026-09-01_2026-10-01 Example Channel.zip",
      "ctr", on: "youtube", "2026-09-01..2026-09-30",
      gives:
        "5.02 percent = single Impressions click-through rate (%), Table data.csv, note totalTaken Total, note networkNotStated"
    ),
    Row(
      "cut off after 500, and no period", "youtube/Table data_top500_footer.csv",
      "views", on: "youtube", "2026-09-01..2026-09-30",
      gives:
        "1505 count = single Views, incomplete periodNotStated, note totalTaken Total, note networkNotStated, note cutOff Showing top 500 results"
    ),
    Row(
      "days without a year, a year long", "tiktok/Overview.csv",
      "views", on: "tiktok", "2026-09-01..2026-09-27", shows: [12],
      gives: "12177 count = sum Video Views, 27/27 days, note networkNotStated, note yearCounted 2026-11-28"),
    Row(
      "the last year's days are those of last year", "tiktok/Overview.csv",
      "shares", on: "tiktok", "2025-10-01..2025-10-31",
      gives: "16 count = sum Shares, 31/31 days, note networkNotStated, note yearCounted 2026-11-28"),
    Row(
      "undefined is no value, and not 0", "tiktok/FollowerHistory.csv",
      "aw.followers", on: "tiktok", "2026-09-24..2026-09-27", shows: [13],
      gives:
        "513 count = last Followers, 4/4 days, note networkNotStated, note yearCounted 2026-11-28, note missingCells Followers 1"
    ),
    Row(
      "viewers of two days are not added up", "tiktok/Viewers.csv",
      "viewers", on: "tiktok", "2026-09-24..2026-09-25",
      gives: "no: peopleAddedUp Total Viewers"),
    Row(
      "totals of each post", "tiktok/Content.csv",
      "views", on: "tiktok", "2026-09-01..2026-09-30",
      gives: "no: itemsNotDays Total views"),
    Row(
      "-- is no value", "tiktok/business_account_audience.csv",
      "aw.followers", on: "tiktok", "2026-09-01..2026-09-02",
      gives: "no: noValues Total followers"),
    Row(
      "a column of gross changes", "tiktok/business_account_audience.csv",
      "net new followers", on: "tiktok", "2026-09-01..2026-09-02",
      gives: "14 count = sum New followers, 2/2 days, note networkNotStated"),
    Row(
      "rows whose label holds a word", "ga4/Traffic_acquisition.csv",
      "tf.sessions", "2026-09-01..2026-09-30",
      gives:
        "97 count = sum Sessions, note sumOverBreakdown Session primary channel group (Default channel group), note rowsTaken Organic Social"
    ),
    Row(
      "channels do not overlap: their sessions add up", "ga4/Traffic_acquisition.csv",
      "sessions", "2026-09-01..2026-09-30",
      gives: "499 count = sum Sessions, note sumOverBreakdown Session primary channel group (Default channel group)"),
    Row(
      "a share over channels", "ga4/Traffic_acquisition.csv",
      "tf.engaged", "2026-09-01..2026-09-30",
      gives:
        "68.5371 percent = ratio Engaged sessions / Sessions, note sumOverBreakdown Session primary channel group (Default channel group)"
    ),
    Row(
      "users of events", "ga4/Events_Event_name.csv",
      "users", "2026-09-01..2026-09-30",
      gives: "no: peopleAddedUp Total users"),
    Row(
      "events", "ga4/Events_Event_name.csv",
      "event count", "2026-09-01..2026-09-30",
      gives: "1414 count = sum Event count, note sumOverBreakdown Event name"),
    Row(
      "a month is not half of it", "ga4/Events_Event_name.csv",
      "event count", "2026-09-01..2026-09-15",
      gives: "no: longerThanPeriod 2026-09-01..2026-09-30"),
    Row(
      "rows in the order of a number", "ga4/data-export_by_date_sorted_by_metric.csv",
      "event count", "2026-09-01..2026-09-04",
      gives: "2600 count = sum Event count, 4/4 days"),
    Row(
      "a mean of means without a weight", "ga4/data-export_by_date_sorted_by_metric.csv",
      "session duration", "2026-09-01..2026-09-04",
      gives: "no: noWeight Average session duration"),
    Row(
      "days that are counted, several tables, last year's too", "ga4/data-export_overview_nth_day.csv",
      "new users", "2026-09-01..2026-09-05", shows: [19],
      gives: "65 count = sum New users, 5/5 days"),
    Row(
      "users of days", "ga4/data-export_overview_nth_day.csv",
      "users", "2026-09-01..2026-09-05",
      gives: "no: peopleAddedUp Users"),
    Row(
      "a header without rows", "ga4/data-export_overview_nth_day.csv",
      "revenue", "2026-09-01..2026-09-05",
      gives: "no: noRows Total revenue"),
    Row(
      "the chart and not its breakdowns, which say something else",
      "gsc/https___www.example.org_-Performance-on-Search-2026-10-01.zip",
      "clicks", "2026-09-01..2026-09-28", shows: [20],
      gives:
        "346 count = sum Clicks, 28/28 days, Chart.csv, note filter Search type: Web, note filter Date: 1 Sept 2026-28 Sept 2026, note filter Page: +/blog/"
    ),
    Row(
      "two days short of the month", "gsc/https___www.example.org_-Performance-on-Search-2026-10-01.zip",
      "tf.ctr", "2026-09-01..2026-09-30",
      gives:
        "1.3527 percent = ratio Clicks / Impressions, 28/30 days, Chart.csv, incomplete missingDays 2: 2026-09-29..2026-09-30, note filter Search type: Web, note filter Date: 1 Sept 2026-28 Sept 2026, note filter Page: +/blog/"
    ),
    Row(
      "a position weighs by impressions", "gsc/https___www.example.org_-Performance-on-Search-2026-10-01.zip",
      "position", "2026-09-01..2026-09-28",
      gives:
        "15.1645 score = weightedMean Position / Impressions, 28/28 days, Chart.csv, note filter Search type: Web, note filter Date: 1 Sept 2026-28 Sept 2026, note filter Page: +/blog/"
    ),
    Row(
      "a fraction where the csv has per cent", "gsc/example.org-Performance-on-Search-2026-10-01.xlsx",
      "tf.ctr", "2026-09-01..2026-09-02",
      gives:
        "1.2215 percent = ratio Clicks / Impressions, 2/2 days, Chart, note filter Search type: Web, note filter Date: Last 3 months"
    ),
    Row(
      "two periods side by side", "gsc/Pages_compare_mode.csv",
      "clicks", "2026-09-01..2026-09-30",
      gives: "ask: whichColumn Last 3 months Clicks | Previous 3 months Clicks"),
    Row(
      "UTF-16 with a mark", "matomo/Export _ Visits Summary _ September 2026.csv",
      "visits", "2026-09-01..2026-09-30", shows: [1],
      gives: "1485 count = sum Visits, 30/30 days"),
    Row(
      "a mean with its weight", "matomo/Export _ Visits Summary _ September 2026.csv",
      "bounce rate", "2026-09-01..2026-09-30",
      gives: "47.862 percent = weightedMean Bounce Rate / Visits, 30/30 days"),
    Row(
      "unique visitors of days", "matomo/Export _ Visits Summary _ September 2026.csv",
      "visitors", "2026-09-01..2026-09-30",
      gives: "no: peopleAddedUp Unique visitors"),
    Row(
      "a file that says that it is empty", "matomo/empty_report.csv",
      "visits", "2026-09-01..2026-09-30",
      gives: "file: noData(text: \"No data available\")"),
    Row(
      "a row a month, one of them", "plausible/Plausible export example.org 2026-04-01 to 2026-09-30.zip",
      "visitors", "2026-06-01..2026-06-30",
      gives: "380 count = single visitors, 30/30 days, visitors.csv"),
    Row(
      "a row a month, three of six", "plausible/Plausible export example.org 2026-04-01 to 2026-09-30.zip",
      "visits", "2026-04-01..2026-09-30",
      gives: "856 count = sum visits, 91/183 days, visitors.csv, incomplete missingDays 92: 2026-07-01..2026-09-30"),
    Row(
      "blank where nobody came", "plausible/Plausible export example.org 2026-04-01 to 2026-09-30.zip",
      "visit duration", "2026-05-01..2026-05-31",
      gives: "no: noValues visit_duration"),
    Row(
      "opens over deliveries", "mail/mailchimp_campaigns.csv",
      "open rate", "2026-09-01..2026-09-30",
      gives: "36.5209 percent = ratio Unique Opens / Successful Deliveries, 1/30 days"),
    Row(
      "posts of two networks in one file", "suites/hootsuite_post_performance.csv",
      "aw.impressions", on: "facebook", "2026-09-01..2026-09-30",
      gives: "no: itemsNotDays Impressions"),
    Row(
      "posts in a scheduler", "suites/buffer_posts.csv",
      "engagements", "2026-09-01..2026-09-30",
      gives: "no: itemsNotDays Engagements"),
    Row(
      "a column that names the network, month before day", "suites/sprout_profile_performance.csv",
      "aw.followers", on: "linkedin", "2026-09-01..2026-09-02",
      gives: "1865 count = last Audience, 2/2 days, note rowsTaken LinkedIn | LinkedIn"),
    Row(
      "another network than the rows name", "suites/sprout_profile_performance.csv",
      "aw.impressions", on: "facebook", "2026-09-01..2026-09-02",
      gives: "no: noSuchRows facebook"),
    Row(
      "two rows of headers; a score of answers", "survey/surveymonkey_two_header_rows.csv",
      "tr.nps", "2026-09-01..2026-09-30",
      gives: "0 score = netPromoterScore How likely is it that you would recommend us?, 2/30 days, note fewAnswers 2"),
    Row(
      "a question nobody can tell by its code", "survey/surveyxact_tab_utf16/dataset.csv",
      "tr.nps", "2026-09-01..2026-09-30",
      gives: "ask: whichColumn q1"),
    Row(
      "labels without a header", "survey/surveyxact_tab_utf16/labels.csv",
      "tr.nps", "2026-09-01..2026-09-30",
      gives: "file: noHeader(line: 1)"),
    Row(
      "no numbers at all", "survey/surveyxact_tab_utf16/structure.csv",
      "tr.nps", "2026-09-01..2026-09-30",
      gives: "file: noTable"),
    Row(
      "mentions are counted", "media/meltwater_comma_header_order_reported.csv",
      "aw.mentions", "2026-09-01..2026-09-30",
      gives: "1 count = count Hit Sentence, 1/30 days"),
    Row(
      "and their reach is not added up", "media/meltwater_comma_header_order_reported.csv",
      "aw.reach", "2026-09-01..2026-09-30",
      gives: "no: itemsNotDays Reach"),
  ]

  @Test(arguments: rows)
  func says(_ row: Row) throws {
    let name = String(row.file.split(separator: "/").last ?? "")
    let said = try told(fixture(row.file), named: name, row.kpi, on: row.network, row.days)
    #expect(said == row.expected)
  }

  @Test func everyBehaviourIsShown() {
    #expect(Self.behaviours.count == 20)
    #expect(Set(Self.rows.flatMap(\.shows)) == Set(1...20))
  }

  @Test func everyFileIsRead() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/Fixtures")
    let read = Set(Self.rows.map(\.file))
    #expect(files.filter { $0.contains(".") && !$0.hasSuffix(".md") && !read.contains($0) } == [])
  }
}
