using Microsoft.Extensions.Configuration;
using ProgramReview.Host.Tests.App;
using ProgramReview.Local.Host;
using ProgramReview.Local.Host.Functions;

namespace ProgramReview.Host.Tests;

public sealed class FunctionCatalogTests
{
    private static readonly IConfiguration Nothing = new ConfigurationBuilder().Build();

    [Theory]
    [InlineData(
        typeof(Refused.UnknownTrigger),
        "UnknownTrigger.Run: the local host does not know BlobTriggerAttribute"
    )]
    [InlineData(typeof(Refused.NoTrigger), "it has 0 parameters with a trigger attribute")]
    [InlineData(
        typeof(Refused.Unbound),
        "Unbound.Run: parameter 'ident' (String): nothing fills it"
    )]
    [InlineData(typeof(Refused.WrongRequest), "an HTTP trigger fills a HttpRequest")]
    [InlineData(typeof(Refused.SameName), "SameName.Two: its name 'Twice' is already taken by")]
    [InlineData(
        typeof(Refused.SameRoute),
        "SameRoute.Two: its route '/api/Same/{b}' with the same method already belongs to"
    )]
    [InlineData(
        typeof(Refused.BadRoute),
        "BadRoute.Run: its route 'api/bad/{a' is not a route template"
    )]
    [InlineData(typeof(Refused.BadSchedule), "its schedule 'every day' is neither")]
    [InlineData(typeof(Refused.MissingSetting), "the setting 'Nowhere'")]
    [InlineData(
        typeof(Refused.MissingConnection),
        "no connection string is configured under 'Elsewhere'"
    )]
    [InlineData(typeof(Refused.LostTask), "it returns a ValueTask")]
    [InlineData(typeof(Refused.SystemKey), "the local host has no keys of level System")]
    public void What_the_host_cannot_run_is_refused_at_the_start_with_the_method_named(
        Type type,
        string reason
    )
    {
        var refusal = Assert.Throws<StartException>(() =>
            FunctionCatalog.Of([type], HostJson.Default, Nothing)
        );

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(type.FullName + ".", refusal.Message, StringComparison.Ordinal);
        Assert.Single(refusal.Message.Split(Environment.NewLine));
    }

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var refusal = Assert.Throws<StartException>(() =>
            FunctionCatalog.Of(
                [typeof(Refused.NoTrigger), typeof(Refused.BadRoute)],
                HostJson.Default,
                Nothing
            )
        );

        Assert.Equal(2, refusal.Message.Split(Environment.NewLine).Length);
    }

    [Theory]
    [InlineData("""{ "extensions": { "http": { "routePrefix": "" } } }""", "/keyed")]
    [InlineData("""{ /* none */ "version": "2.0", }""", "/api/keyed")]
    public void The_route_prefix_comes_from_host_json(string json, string route)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("json").FullName, "host.json");
        File.WriteAllText(path, json);

        var catalog = FunctionCatalog.Of([typeof(TestFunctions)], HostJson.Read(path), Nothing);

        Assert.Contains(
            catalog.Functions,
            f =>
                f.Trigger is FunctionTrigger.Http http
                && http.Route.RawText!.Equals(route, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Theory]
    [InlineData("0 */5 * * * *", "2024-08-01T00:05:00Z")]
    [InlineData("30 19 * * *", "2024-08-01T19:30:00Z")]
    [InlineData("01:30:00", "2024-08-01T01:30:01Z")]
    public void A_schedule_is_a_cron_expression_or_an_interval(string schedule, string next)
    {
        var after = new DateTimeOffset(2024, 8, 1, 0, 0, 1, TimeSpan.Zero);

        Assert.Equal(
            next,
            TimerSchedule
                .Parse(schedule)
                .Next(after)!
                .Value.UtcDateTime.ToString(
                    "yyyy-MM-ddTHH:mm:ssZ",
                    System.Globalization.CultureInfo.InvariantCulture
                )
        );
    }

    [Fact]
    public void What_the_local_host_does_not_take_from_host_json_is_named()
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(
            path,
            """{"version":"2.0","functionTimeout":"00:05:00","extensions":{"http":{"routePrefix":"x","maxConcurrentRequests":7},"durableTask":{"maxConcurrentActivityFunctions":3}}}"""
        );

        var json = HostJson.Read(path);

        Assert.Equal("x", json.RoutePrefix);
        Assert.Equal(3, json.MaxConcurrentActivities);
        Assert.Equal(["functionTimeout", "extensions.http.maxConcurrentRequests"], json.Ignored);
        File.Delete(path);
    }
}
