using Microsoft.DurableTask.Abstractions;

namespace ProgramReview.Contracts.Tests;

public sealed class ValueTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_retry_policy_has_an_hour_as_longest_wait_and_no_timeout()
    {
        var policy = new RetryPolicy(3, Minute);

        Assert.Equal(1, policy.BackoffCoefficient);
        Assert.Equal(TimeSpan.FromHours(1), policy.MaxRetryInterval);
        Assert.Equal(Timeout.InfiniteTimeSpan, policy.RetryTimeout);
        Assert.True(policy.Handle(new FormatException()));
    }

    [Fact]
    public void A_retry_policy_refuses_impossible_numbers()
    {
        Refused(() => new RetryPolicy(0, Minute));
        Refused(() => new RetryPolicy(1, TimeSpan.Zero));
        Refused(() => new RetryPolicy(1, Minute, 0.5));
        Refused(() => new RetryPolicy(1, Minute, 1, Minute / 2));
        Refused(() => new RetryPolicy(1, Minute, 1, null, Minute / 2));
        Assert.NotNull(
            new RetryPolicy(1, Minute, 1, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan)
        );

        static void Refused(Func<RetryPolicy> make) =>
            Assert.Throws<ArgumentOutOfRangeException>(make);
    }

    [Fact]
    public void A_failure_is_handled_by_its_own_details()
    {
        TaskFailureDetails? seen = null;
        var policy = new RetryPolicy(3, Minute)
        {
            HandleFailure = details =>
            {
                seen = details;
                return false;
            },
        };
        var own = new TaskFailureDetails("T", "m", null, null, null);

        Assert.False(policy.Handle(new TaskFailedException("Task", 1, own)));
        Assert.Same(own, seen);
    }

    [Fact]
    public void Names_differ_by_more_than_case_and_an_empty_one_is_invalid()
    {
        TaskName upper = "HANG";
        TaskName lower = "hang";

        Assert.Equal(upper, lower);
        Assert.Equal(upper.GetHashCode(), lower.GetHashCode());
        Assert.Equal("HANG", upper.ToString());
        Assert.Equal(default, (TaskName)"");
        Assert.Throws<ArgumentException>(() =>
            new DurableTaskRegistry()
                .AddActivityFunc("Once", context => { })
                .AddActivityFunc("ONCE", context => { })
        );
    }

    [Fact]
    public void Options_keep_their_parts_when_an_id_is_added()
    {
        var tags = new Dictionary<string, string> { ["a"] = "b" };
        var options = new TaskOptions(new RetryPolicy(2, Minute), tags) { Version = "2" };

        var child = options.WithInstanceId("one");

        Assert.Equal("one", child.InstanceId);
        Assert.Same(options.Retry, child.Retry);
        Assert.Same(tags, child.Tags);
        Assert.Equal("2", child.Version!.Value.Version);
        Assert.Equal("one", new SubOrchestrationOptions(child).InstanceId);
        Assert.Equal("one", new SubOrchestrationOptions((TaskOptions)child).InstanceId);
        Assert.Equal("two", new SubOrchestrationOptions(child, "two").InstanceId);
        Assert.Null(new SubOrchestrationOptions(options).InstanceId);
    }

    [Fact]
    public void A_failure_knows_its_base_types_but_not_a_name_nobody_has()
    {
        var details = TaskFailureDetails.FromException(
            new InvalidOperationException("outer", new FormatException("inner"))
        );

        Assert.True(details.IsCausedBy<InvalidOperationException>());
        Assert.True(details.IsCausedBy<SystemException>());
        Assert.False(details.IsCausedBy<FormatException>());
        Assert.True(details.InnerFailure!.IsCausedBy<FormatException>());
        Assert.False(
            new TaskFailureDetails(
                "ActivityTaskNotFound",
                "",
                null,
                null,
                null
            ).IsCausedBy<Exception>()
        );
        Assert.Throws<ArgumentException>(() => details.IsCausedBy(typeof(string)));
    }

    [Theory]
    [InlineData("", "1", -1)]
    [InlineData("", "", 0)]
    [InlineData("1.0", "1.0.0", -1)]
    [InlineData("2.0", "10.0", -1)]
    [InlineData("beta", "ALPHA", 1)]
    [InlineData("Beta", "beta", 0)]
    public void Versions_have_an_order(string left, string right, int sign)
    {
        Assert.Equal(
            sign,
            Math.Sign(TaskOrchestrationVersioningUtils.CompareVersions(left, right))
        );
    }

    [Fact]
    public void A_version_may_be_empty_but_not_blank()
    {
        Assert.Equal(TaskVersion.Unversioned, new TaskVersion(""));
        Assert.Equal(new TaskVersion("A"), new TaskVersion("a"));
        Assert.Throws<ArgumentException>(() => new TaskVersion("  "));
    }

    [Fact]
    public void Dedupe_statuses_are_kept_by_name_and_every_status_that_can_block_is_known()
    {
        var options = new StartOrchestrationOptions("a").WithDedupeStatuses(
            OrchestrationRuntimeStatus.Failed
        );

        Assert.Equal(["Failed"], options.DedupeStatuses!);
        Assert.Equal("a", options.InstanceId);
        Assert.DoesNotContain(
            OrchestrationRuntimeStatus.ContinuedAsNew,
            StartOrchestrationOptionsExtensions.ValidDedupeStatuses
        );
    }

    [Fact]
    public void Json_keeps_names_and_fields_and_null_is_no_data()
    {
        var converter = Microsoft.DurableTask.Converters.JsonDataConverter.Default;

        Assert.Null(converter.Serialize(null));
        Assert.Equal("{\"Item1\":1,\"Item2\":\"a\"}", converter.Serialize((1, "a")));
        Assert.Equal(0, converter.Deserialize<int>(null));
    }
}
