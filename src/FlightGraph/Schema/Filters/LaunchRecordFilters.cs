namespace FlightGraph.Schema.Filters;

/// <summary>The filters by launches and landings so far, which agencies, rocket designs and families of designs have alike.</summary>
internal static class LaunchRecordFilters
{
    public static ResourceDefinition WithLaunchRecord(this ResourceDefinition resource)
    {
        resource.Add("totalLaunchCount", "total_launch_count", "Launches so far, whatever the outcome, as counted by LL2.");
        resource.Add("successfulLaunches", "successful_launches", "Launches that succeeded, as counted by LL2.");
        resource.Add("failedLaunches", "failed_launches", "Launches that failed, wholly or in part, as counted by LL2.");
        resource.Add("pendingLaunches", "pending_launches", "Launches still to come, as counted by LL2.");
        resource.Add("consecutiveSuccessfulLaunches", "consecutive_successful_launches", "Present run of launches without a failure, as counted by LL2.");
        resource.Add("attemptedLandings", "attempted_landings", "Landings of boosters that were tried, as counted by LL2.");
        resource.Add("successfulLandings", "successful_landings", "Landings of boosters that worked, as counted by LL2.");
        resource.Add("failedLandings", "failed_landings", "Landings of boosters that were tried and failed, as counted by LL2.");
        resource.Add("consecutiveSuccessfulLandings", "consecutive_successful_landings", "Present run of landings without a failure, as counted by LL2.");
        return resource;
    }
}
