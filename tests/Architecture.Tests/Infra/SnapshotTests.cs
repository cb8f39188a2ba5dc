using System.Text.Json.Nodes;
using ProgramReview.Functions.Storage;
using Xunit;

namespace ProgramReview.Infra.Tests;

/// <summary>What would be deployed is what was agreed on, holds no key, and is named as the code names it.</summary>
public sealed class SnapshotTests
{
    private const string Account = "Microsoft.Storage/storageAccounts";
    private const string Policies = $"{Account}/blobServices/containers/immutabilityPolicies";
    private const string Grant = "Microsoft.Authorization/roleAssignments";

    public static TheoryData<string> Names => ["prod", "test"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_predicted_resources_are_those_that_were_agreed_on(string name)
    {
        var now = await Snapshot.TakeAsync(name);
        if (Environment.GetEnvironmentVariable("REVIEW_ACCEPT") == "infra")
        {
            await File.WriteAllTextAsync(
                Snapshot.Kept(name),
                now,
                TestContext.Current.CancellationToken
            );
        }
        var kept = await File.ReadAllTextAsync(
            Snapshot.Kept(name),
            TestContext.Current.CancellationToken
        );

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(kept), JsonNode.Parse(now)),
            $"infra/ would deploy something else than tests/Architecture.Tests/Infra/Snapshots/{name}.snapshot.json says. "
                + "If that is meant, run these tests once with REVIEW_ACCEPT=infra and look at the difference."
        );
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_door_opens_with_a_key(string name)
    {
        var accounts = Snapshot.Resources(name, Account);
        Assert.Equal(2, accounts.Count);
        Assert.All(
            accounts,
            account => Assert.False((bool)account["properties"]!["allowSharedKeyAccess"]!)
        );
        Assert.All(
            accounts,
            account => Assert.False((bool)account["properties"]!["allowBlobPublicAccess"]!)
        );
        Assert.True(
            (bool)
                Assert.Single(Snapshot.Resources(name, "Microsoft.KeyVault/vaults"))["properties"]![
                    "enableRbacAuthorization"
                ]!
        );
        Assert.True(
            (bool)
                Assert.Single(Snapshot.Resources(name, "Microsoft.Insights/components"))[
                    "properties"
                ]!["DisableLocalAuth"]!
        );
        Assert.All(
            Snapshot.Resources(name, "Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            policy => Assert.False((bool)policy["properties"]!["allow"]!)
        );
    }

    [Fact]
    public void Every_right_stands_in_one_file_and_nothing_asks_for_a_key()
    {
        foreach (
            var file in Directory.EnumerateFiles(
                Places.Infra,
                "*.bicep",
                SearchOption.AllDirectories
            )
        )
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("listKeys", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("AccountKey", text, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(
                Path.GetFileName(file) == "roles.bicep",
                text.Contains(Grant, StringComparison.Ordinal)
            );
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void On_the_account_of_reports_no_right_is_wider_than_a_container_a_table_or_a_queue(
        string name
    )
    {
        const string Delegator = "db58b8e5-c6ad-4a2a-8342-4190687cbf4a";
        var wide = Snapshot
            .Resources(name, Grant)
            .Where(grant =>
                ((string)grant["id"]!).Contains("storageAccounts/strep", StringComparison.Ordinal)
                && !((string)grant["id"]!).Contains("Services/default/", StringComparison.Ordinal)
            )
            .Select(grant => ((string)grant["properties"]!["roleDefinitionId"]!)[^36..]);

        // A user delegation key can be asked for at the account only; it opens nothing by itself.
        Assert.Equal([Delegator], wide);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Tables_containers_and_queues_are_called_as_in_the_code(string name)
    {
        Assert.Equal(
            StorageNames.Tables.Order(StringComparer.Ordinal),
            LastNames(name, $"{Account}/tableServices/tables")
        );
        Assert.Equal(
            StorageNames
                .Containers.Append("dead-letters")
                .Append("packages")
                .Order(StringComparer.Ordinal),
            LastNames(name, $"{Account}/blobServices/containers")
        );
        Assert.Equal(
            StorageNames
                .Queues.SelectMany(queue => new[] { queue, $"{queue}-poison" })
                .Order(StringComparer.Ordinal),
            LastNames(name, $"{Account}/queueServices/queues")
        );
    }

    [Fact]
    public void Only_the_real_cycle_is_protected_against_change()
    {
        Assert.Equal(2, Snapshot.Resources("prod", Policies).Count);
        Assert.Empty(Snapshot.Resources("test", Policies));
        Assert.True((bool)Vault("prod")["enablePurgeProtection"]!);
        // The service takes true or nothing.
        Assert.Null(Vault("test")["enablePurgeProtection"]);
    }

    [Fact]
    public async Task A_policy_that_a_person_has_locked_is_left_as_it_is() =>
        Assert.Empty(
            Snapshot.ResourcesIn(
                await Snapshot.TakeAsync("prod", new() { ["REVIEW_IMMUTABILITY_LOCKED"] = "true" }),
                Policies
            )
        );

    [Fact]
    public async Task Scanning_is_one_parameter_and_nobody_but_its_topic_can_tell_a_verdict()
    {
        const string Sender = "c6a89b2d-59bc-44d0-9896-0f6e12d7b80a";
        const string Settings = "Microsoft.Security/defenderForStorageSettings";
        var scanned = await Snapshot.TakeAsync("prod", new() { ["REVIEW_SCAN_GB"] = "50" });

        Assert.Empty(Snapshot.Resources("prod", Settings));
        Assert.Equal(
            "None",
            AppSettings.In(
                await File.ReadAllTextAsync(
                    Snapshot.Kept("prod"),
                    TestContext.Current.CancellationToken
                )
            )["Scan__Provider"]
        );
        var onUpload = Assert.Single(Snapshot.ResourcesIn(scanned, Settings))["properties"]![
            "malwareScanning"
        ]!["onUpload"]!;
        Assert.True((bool)onUpload["isEnabled"]!);
        Assert.Equal(50, (int)onUpload["capGBPerMonth"]!);
        Assert.Equal("Defender", AppSettings.In(scanned)["Scan__Provider"]);
        Assert.Equal(
            ["blob-created", "scan-results"],
            Snapshot
                .ResourcesIn(scanned, Grant)
                .Where(grant =>
                    ((string)grant["properties"]!["roleDefinitionId"]!).Contains(
                        Sender,
                        StringComparison.Ordinal
                    )
                )
                .Select(grant => ((string)grant["id"]!).Split("/queues/")[1].Split('\'', '/')[0])
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Nothing_that_is_deleted_after_a_time_stays_as_a_version() =>
        Assert.All(
            Snapshot
                .Resources("prod", $"{Account}/managementPolicies")
                .SelectMany(policy => policy["properties"]!["policy"]!["rules"]!.AsArray())
                .Select(rule => rule!["definition"]!["actions"]!)
                .Where(actions => actions["baseBlob"]!["delete"] is not null),
            actions => Assert.NotNull(actions["version"]?["delete"])
        );

    private static JsonNode Vault(string name) =>
        Assert.Single(Snapshot.Resources(name, "Microsoft.KeyVault/vaults"))["properties"]!;

    private static IEnumerable<string> LastNames(string name, string type) =>
        Snapshot
            .Resources(name, type)
            .Select(resource => ((string)resource["name"]!).Split('/')[^1])
            .Order(StringComparer.Ordinal);
}
