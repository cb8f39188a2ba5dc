using System.Text.Json.Nodes;
using ProgramReview.Core.Events;
using ProgramReview.Functions.Uploading;

namespace ProgramReview.Adapters.Tests.Clients;

/// <summary>What Defender for Storage tells, in its own words, and what is no verdict.</summary>
public sealed class ScanResultMessageTests
{
    private const string Hash = "275A021BBFB6489E54D471899F7DB9D1663FC695EC2FE2A2C4538AABF651FD0F";

    [Fact]
    public void Malware_is_told_with_its_names_and_the_version_that_was_scanned()
    {
        var told = ScanResultMessage.Read(
            Message(
                "Malicious",
                new JsonObject
                {
                    ["malwareNamesFound"] = new JsonArray("DOS/EICAR_Test_File", "Other\n\u202E"),
                    ["sha256"] = Hash,
                }
            )
        )!;

        Assert.Equal("c/b/t/1/report/p", told.BlobName);
        Assert.Equal("0x8DB4C9327B08CBF", told.ETag);
        Assert.Equal(Hash.ToLowerInvariant(), told.Sha256);
        Assert.Equal(ScanVerdict.Malicious, told.Result.Verdict);
        Assert.Equal("defender", told.Result.Scanner);
        Assert.Equal("DOS/EICAR_Test_File, Other", told.Result.Words);
    }

    [Fact]
    public void A_clean_file_needs_no_details()
    {
        var told = ScanResultMessage.Read(Message("No threats found", details: null))!;

        Assert.Equal(new ScanResult(ScanVerdict.Clean, "defender"), told.Result);
        Assert.Null(told.Sha256);
    }

    [Theory]
    [InlineData("Not Scanned", "SAM259206: the monthly cap is reached", "SAM259206")]
    [InlineData("Scan failed", null, "Scan failed")]
    [InlineData("no threats found", null, "no threats found")]
    [InlineData("Perhaps", null, "Perhaps")]
    public void Any_other_word_means_that_nobody_knows(string type, string? reason, string words)
    {
        var told = ScanResultMessage.Read(
            Message(type, reason is null ? null : new JsonObject { ["notScannedReason"] = reason })
        )!;

        Assert.Equal(ScanVerdict.NotScanned, told.Result.Verdict);
        Assert.StartsWith(words, told.Result.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_more_is_kept_of_its_words_than_a_line()
    {
        var told = ScanResultMessage.Read(
            Message(
                "Malicious",
                new JsonObject { ["malwareNamesFound"] = new JsonArray(new string('x', 9000)) }
            )
        )!;

        Assert.Equal(ScanResult.MostWords, told.Result.Words!.Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("not json")]
    [InlineData("""{"eventType":"Microsoft.Security.MalwareScanningResult"}""")]
    [InlineData(
        """{"eventType":"Microsoft.Security.MalwareScanningResult","subject":"storageAccounts/a/containers/submissions/blobs/x","data":[]}"""
    )]
    [InlineData(
        """{"eventType":"Microsoft.Security.MalwareScanningResult","subject":"storageAccounts/a/containers/submissions/blobs/x","data":{"scanResultType":"No threats found"}}"""
    )]
    [InlineData(
        """{"eventType":"Microsoft.Security.MalwareScanningResult","subject":"storageAccounts/a/containers/documents/blobs/x","data":{"eTag":"0x1","scanResultType":"No threats found"}}"""
    )]
    [InlineData(
        """{"eventType":"Microsoft.Storage.BlobCreated","subject":"storageAccounts/a/containers/submissions/blobs/x","data":{"eTag":"0x1","scanResultType":"No threats found"}}"""
    )]
    public void Anything_else_is_no_verdict(string? message) =>
        Assert.Null(ScanResultMessage.Read(message));

    private static string Message(string type, JsonObject? details) =>
        new JsonObject
        {
            ["id"] = "1",
            ["subject"] = "storageAccounts/acc/containers/submissions/blobs/c/b/t/1/report/p",
            ["eventType"] = "Microsoft.Security.MalwareScanningResult",
            ["data"] = new JsonObject
            {
                ["blobUri"] = "https://acc.blob.core.windows.net/submissions/c/b/t/1/report/p",
                ["eTag"] = "\"0x8DB4C9327B08CBF\"",
                ["scanFinishedTimeUtc"] = "2024-09-09T01:02:03Z",
                ["scanResultType"] = type,
                ["scanResultDetails"] = details,
            },
        }.ToJsonString();
}
